"""What a PDF file is made of: objects, where they stand, and their streams."""
