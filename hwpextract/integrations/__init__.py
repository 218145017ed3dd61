"""Bridges to clusters: each module needs the extra of its name."""
