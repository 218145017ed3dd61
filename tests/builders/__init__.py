"""Tiny inputs made in code."""
