"""Lines that somebody has marked, and what is asked about each of them: under its own line, and not in lists apart."""

from dataclasses import replace

from kulturspejl.core.content.kinds import Kind
from kulturspejl.readers.rooms.views import LineView, PartView


def joined(parts: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """The parts of a step with the questions about the same lines gathered at the lines.

    Notes belong to the pairs before them where both stay on the phone and have places of the same names: then each
    line says what is asked about it (`lines`), and the notes' own fields stand there (`is_on_lines`).
    """
    made = list(parts)
    for place, pairs in enumerate(parts):
        if pairs.kind != Kind.PAIRS or not pairs.stays_on_device:
            continue
        about = [nth for nth, one in enumerate(parts) if nth > place and _is_about(one, pairs)]
        asked = [parts[nth] for nth in about]
        if asked:
            made[place] = replace(pairs, lines=tuple(_line(id, label, asked) for id, label in asked[0].items))
        for nth in about:
            made[nth] = replace(parts[nth], is_on_lines=True, items=_whole(parts[nth]))
    return tuple(made)


def _is_about(notes: PartView, pairs: PartView) -> bool:
    is_kept = notes.kind == Kind.BOARD and notes.stays_on_device
    return is_kept and {id for id, _label in notes.items} == {pair[0] for pair in pairs.pairs}


def _line(id: str, label: str, asked: list[PartView]) -> LineView:
    return LineView(id, label, tuple((one.key, one.label, one.longest) for one in asked))


def _whole(notes: PartView) -> tuple[tuple[str, str], ...]:
    """Away from its line, a note says what it is about and what was asked."""
    return tuple((id, f"{label}: {notes.label}") for id, label in notes.items)
