"""PDF, by an own interpreter of content streams."""

from hwpextract.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
