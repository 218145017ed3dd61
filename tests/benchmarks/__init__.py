"""How fast everything is, beside the floor and other readers: `PYTHONPATH=tests python -m benchmarks FOLDER`."""
