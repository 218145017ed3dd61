"""Whom to ask: officers, their units and how they are reached, in tables, labelled cells and lines."""
