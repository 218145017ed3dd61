"""Documents and press releases as plain text and as Markdown."""

from hwpextract.export.markdown import to_markdown
from hwpextract.export.text import to_text

__all__ = ["to_markdown", "to_text"]
