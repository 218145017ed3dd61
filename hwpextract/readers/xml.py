"""How lxml is asked to read the parts of a document: as far as it goes, and nothing from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import XMLParser


def lenient_parser() -> XMLParser:
    """A parser that recovers from damage, resolves no entities, loads no document type, and leaves out comments and instructions."""
    from lxml import etree

    return etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
