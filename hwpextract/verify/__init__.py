"""Second, independent readers of a file, and what they say of ours. Nothing is imported here: `hwpextract.verify` is the function."""
