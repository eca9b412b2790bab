"""The places in braces that a template may have, and whether it keeps to them."""

import string
from collections.abc import Collection, Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table

PLACES: Mapping[str, tuple[str, ...]] = {
    "camps": ("culture", "second"),
    "very_different": (),
    "very_different_units": (),
    "most": ("culture", "sum", "of"),
    "most_units": ("culture", "sum", "of"),
    "maybe_most": ("culture", "sum", "of"),
    "maybe_most_units": ("culture", "sum", "of"),
    "none_most": (),
    "none_most_units": (),
    "wish_more": ("culture", "points"),
    "wish_more_units": ("culture", "points"),
    "wish_less": ("culture", "points"),
    "wish_less_units": ("culture", "points"),
    "silent_first": ("silent", "answers"),
    "silent_wish": ("silent", "answers"),
    "question_camps": ("culture", "second"),
    "question_units": (),
    "question_split": (),
    "question_gap_more": ("culture",),
    "question_gap_less": ("culture",),
    "question_dominant": ("culture",),
    "question_no_single": ("culture", "second"),
    "own_dominant": ("culture", "sum", "of"),
    "own_tie": ("cultures", "sum", "of"),
    "own_more": ("culture", "points"),
    "own_less": ("culture", "points"),
    "own_content": (),
    "own_question_gap": ("culture",),
    "own_question": ("culture",),
}
"""What `core.instruments.allocation.reading` has to offer each of its templates."""

RETIRED = frozenset((
    "split", "as_blind", "dominant", "no_single", "gap_more", "gap_less", "gap_unclear", "silent_can_flip",
    "silent_cannot_flip", "everyone",
))  # fmt: skip
"""Sentences of earlier editions: rounds and folders that still bring them are read, and they are said no more."""


def template(table: Table, name: str, places: Collection[str]) -> Text:
    """A text whose braces hold only names in `places`, the same in every language."""
    text = table.text(name)
    used = {language: _names(text.into(language)) for language in text.languages}
    for language, names in used.items():
        if names is None or not names <= set(places):
            known = ", ".join(f"{{{place}}}" for place in places)
            table.fault(
                f"{name}.{language}", "Klammerne rummer noget, der ikke kan fyldes ud.",
                "The braces hold something that cannot be filled in.",
                f"Brug kun {known}." if known else "Slet klammerne.",
                f"Use only {known}." if known else "Delete the braces.",
            )  # fmt: skip
            return text
    if any(names != used["da"] for names in used.values()):
        table.fault(
            name, "Sprogene har ikke de samme pladser i klammer.",
            "The languages do not have the same places in braces.",
            "Skriv de samme i dem alle.", "Write the same in all of them.",
        )  # fmt: skip
    return text


def _names(text: str) -> set[str] | None:
    """The names in braces, or None where they are more than names ({n:5}, {n!r}, a lone brace)."""
    try:
        parts = [
            (name, spec, kind) for _, name, spec, kind in string.Formatter().parse(text) if name is not None
        ]
    except ValueError:
        return None
    return None if any(spec or kind for _, spec, kind in parts) else {name for name, _, _ in parts}
