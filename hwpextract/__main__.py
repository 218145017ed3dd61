"""`python -m hwpextract` is the command `hwpextract`."""

from hwpextract.cli import main

if __name__ == "__main__":
    main()
