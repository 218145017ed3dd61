"""Counters that read the raw bytes of a file in ways of their own, to be held against `Document.coverage`."""
