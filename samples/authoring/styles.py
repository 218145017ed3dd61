"""How the kinds of paragraphs look in HWP and HWPX; release.css says the same for print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """Size in points, weight, face and alignment of a paragraph."""

    points: int
    bold: bool = False
    face: str = "함초롬바탕"
    align: str = "JUSTIFY"


STYLES = {
    "masthead": Style(24, bold=True, face="함초롬돋움", align="CENTER"),
    "header": Style(11, face="함초롬돋움", align="CENTER"),
    "label": Style(11, bold=True, face="함초롬돋움", align="CENTER"),
    "timing": Style(12, face="함초롬돋움", align="CENTER"),
    "title": Style(22, bold=True, face="함초롬돋움", align="CENTER"),
    "subtitle": Style(14, face="함초롬돋움", align="CENTER"),
    "contact": Style(11, face="함초롬돋움", align="CENTER"),
    "box": Style(13, face="함초롬돋움"),
    "annex": Style(16, bold=True, face="함초롬돋움", align="LEFT"),
    "data": Style(11, face="함초롬돋움", align="CENTER"),
    "caption": Style(12, bold=True, face="함초롬돋움", align="CENTER"),
    "footer": Style(10, face="함초롬돋움", align="CENTER"),
    "note": Style(12, face="함초롬돋움"),
    "body": Style(14),
}
