"""Lines that somebody has marked, and what is asked about each of them: under its own line, and not in lists apart."""

from dataclasses import replace

from kulturspejl.core.kinds.base.items import ids_of
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.kinds.pairs import Pairs
from kulturspejl.readers.rooms.regions.part import LineView, PartView


def joined(parts: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """The parts of a step with the questions about the same lines gathered at the lines.

    Notes belong to the pairs before them where both stay on the phone and have places of the same names: then each
    line says what is asked about it (`lines`), and the notes' own fields stand there (`is_on_lines`).
    """
    made = list(parts)
    for place, pairs in enumerate(parts):
        if pairs.kind != Pairs.kind or not pairs.stays_on_device:
            continue
        about = [nth for nth, one in enumerate(parts) if nth > place and _is_about(one, pairs)]
        if not about:
            continue
        asked = [parts[nth] for nth in about]
        made[place] = replace(pairs, lines=tuple(_line(item.id, item.label, asked) for item in asked[0].shape.items))
        for nth in about:
            made[nth] = replace(parts[nth], is_on_lines=True, shape=_whole(parts[nth]))
    return tuple(made)


def _is_about(notes: PartView, pairs: PartView) -> bool:
    is_kept = notes.kind == Board.kind and notes.stays_on_device
    return is_kept and ids_of(notes.shape.items) == ids_of(pairs.shape.items)


def _line(id: str, label: str, asked: list[PartView]) -> LineView:
    return LineView(id, label, tuple((one.key, one.label, one.shape.longest) for one in asked))


def _whole(notes: PartView) -> object:
    """Away from its line, a note says what it is about and what was asked."""
    items = tuple(replace(item, label=f"{item.label}: {notes.label}") for item in notes.shape.items)
    return replace(notes.shape, items=items)
