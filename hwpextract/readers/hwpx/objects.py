"""Small things inside paragraphs: their attributes and parameters as text."""

from __future__ import annotations

from hwpextract.readers.numbers import NumberFormat, print_number


def number(value: str) -> int:
    """Number in an attribute; 0 when it is none, or too large for anything that is counted."""
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def auto_number(attrs: dict[str, str], form: dict[str, str]) -> str:
    """An automatic number as printed: `attrs` of its autoNum (or note), `form` of its autoNumFormat."""
    code = NumberFormat.__members__.get(form.get("type", ""), NumberFormat.DIGIT)
    printed = print_number(number(attrs.get("num", "")), code, form.get("userChar", ""))
    return form.get("prefixChar", "") + printed + form.get("suffixChar", "")


def note_label(attrs: dict[str, str]) -> str:
    """Mark of a note whose body does not begin with its number; the characters around it are code points in decimal."""
    prefix, suffix = (number(attrs.get(key, "")) for key in ("prefixChar", "suffixChar"))
    return f"{_sign(prefix)}{number(attrs.get('number', ''))}{_sign(suffix)}"


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 else ""


def metatag(value: str) -> str | None:
    """Name in a metatag attribute, which holds JSON."""
    import json

    try:
        tag = json.loads(value)
    except ValueError:
        return None
    name = tag.get("name") if isinstance(tag, dict) else None
    return name if isinstance(name, str) and name else None
