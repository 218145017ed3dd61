"""What lies where on a page: cells and columns, lines and paragraphs, and text that is not for reading."""
