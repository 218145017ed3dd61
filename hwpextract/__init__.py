"""Korean government press releases (보도자료) from HWP, HWPX and PDF files as data."""

__version__ = "0.1.0"
