"""The organisation that issues a release."""
