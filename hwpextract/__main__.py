"""`python -m hwpextract` is the command `hwpextract`."""

from hwpextract.cli import run

if __name__ == "__main__":
    run()
