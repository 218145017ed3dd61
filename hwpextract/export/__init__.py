"""Documents and press releases as plain text, as Markdown and as a page of HTML."""
