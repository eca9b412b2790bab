"""The colours of every picture, on paper and on a dark page.

The same meanings stand as custom properties in faces/shared/static/shared/base.css; a test holds the two
together, measures contrast (WCAG 2.2, 1.4.3 and 1.4.11) and the distance between the cultures as people with
protanopia, deuteranopia and tritanopia see them.
"""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fbf8f2",
    "ink": "#1f2a37",
    "ink-soft": "#55606e",
    "grid": "#d8d0c2",
    "axis": "#8a8477",
    "clan": "#822a14",
    "adhocracy": "#9f6608",
    "market": "#2875a9",
    "hierarchy": "#3a3380",
    "now": "#1d4e68",
    "preferred": "#b4532a",
    "own": "#6b4a7d",
    "guess": "#6d6d22",
}

DARK: Mapping[str, str] = {
    "paper": "#171a1f",
    "ink": "#ece6da",
    "ink-soft": "#b3ada2",
    "grid": "#3a3e46",
    "axis": "#858078",
    "clan": "#d4704a",
    "adhocracy": "#ecc667",
    "market": "#74c7ea",
    "hierarchy": "#8085cc",
    "now": "#8cc6de",
    "preferred": "#f0a36f",
    "own": "#c9a4dd",
    "guess": "#cfcb79",
}

CULTURES: Mapping[str, str] = {"A": "clan", "B": "adhocracy", "C": "market", "D": "hierarchy"}
"""Letter -> name of its colour."""

OTHER_NAMES: Mapping[str, str] = {"before": "ink-soft"}
"""Meanings that have no colour of their own: an earlier round steps back behind what is now."""
