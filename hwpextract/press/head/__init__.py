"""The head of a release: banner, times and headline."""
