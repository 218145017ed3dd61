"""The story of a release and the parts behind it."""
