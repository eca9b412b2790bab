"""From parsed TOML to an instrument, with every fault found on the way."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from kulturspejl.core.content.instrument import (
    AllocationInstrument,
    Axis,
    Culture,
    Dimension,
    Regressed,
    Tension,
)
from kulturspejl.core.content.kinds import BUILT, LATER
from kulturspejl.core.content.parse_whole import Whole, conversation_of, head_of
from kulturspejl.core.content.places import PLACES, RETIRED, template
from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.instruments.allocation.form import DIMENSIONS, LETTERS
from kulturspejl.core.instruments.allocation.reading import ReadingTexts
from kulturspejl.core.instruments.allocation.words import SAID
from kulturspejl.core.kinds import KINDS
from kulturspejl.core.text import NOTHING
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import text_or_none
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.sentence import quoted


def instrument_from_json(data: Mapping[str, Any]) -> AllocationInstrument:
    """What a round stored, read back. Raises ContentError. Every page asks, so the same text is parsed once."""
    return _from_words(json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=64)
def _from_words(words: str) -> AllocationInstrument:
    return parse_instrument({"round": json.loads(words)})


def parse_instrument(files: Mapping[str, Mapping[str, Any]]) -> AllocationInstrument:
    """An allocation instrument from its files: name of the file -> parsed TOML.

    Raises ContentError with all faults, each with its file and key.
    """
    faults: list[Fault] = []
    whole = Whole(files, faults)
    head = whole.part("instrument").table("instrument")
    if not _is_built(head):
        raise ContentError(faults)
    cultures = {one.letter: one for one in map(_culture, _lettered(whole.part("culture"), "culture"))}
    made = AllocationInstrument(
        **head_of(head),
        instruction_now=template(head, "instruction_now", ("points",)),
        instruction_preferred=template(head, "instruction_preferred", ("points",)),
        instruction_drawn=template(head, "instruction_drawn", ("points", "sum")),
        no_right_answer=head.text("no_right_answer"),
        seconds_a_block=head.number("seconds_a_block", 5, 600),
        axes=tuple(map(_axis, whole.part("axis").rows("axis", by="id"))),
        tensions=tuple(map(_tension, whole.part("tension").rows("tension", by="letters"))),
        dimensions=_dimensions(whole.part("dimension")),
        cultures=cultures,
        regressed={
            one.letter: one for one in map(_regressed, _lettered(whole.part("regressed"), "regressed"))
        },
        reading=_reading(whole.part("reading").table("reading"), cultures),
        conversation=conversation_of(whole.part("conversation")),
        raw=whole.merged(),
    )
    whole.end(head)
    return made


def _is_built(head: Table) -> bool:
    """Whether the rest can be read at all: a fault of its own where the kind is not one that can be used."""
    kind = head.word("kind")
    if kind and kind != ALLOCATION:
        usable = ", ".join(BUILT)
        is_known = kind in {*KINDS, *LATER}
        head.fault(
            "kind", f"Slagsen {kind} kan ikke bruges endnu." if is_known else f"Slagsen {kind} kendes ikke.",
            f"The kind {kind} cannot be used yet." if is_known else f"The kind {kind} is unknown.",
            f"Brug {usable}, eller flyt mappen væk.", f"Use {usable}, or move the folder away.",
        )  # fmt: skip
    return kind == ALLOCATION


def _axis(row: Table) -> Axis:
    made = Axis(id=row.word("id"), low=row.text("low"), high=row.text("high"))
    row.done()
    return made


def _tension(row: Table) -> Tension:
    made = Tension(letters=row.word("letters"), text=row.text("text"))
    row.done()
    return made


def _dimensions(file: Table) -> tuple[Dimension, ...]:
    rows = file.rows("dimension", by="number")
    made = tuple(sorted(map(_dimension, rows), key=lambda one: one.number))
    if rows and tuple(one.number for one in made) != DIMENSIONS:
        file.fault(
            "dimension", "Der skal være seks spørgsmål med number 1 til 6.", "There must be six, with number 1 to 6.",
            "Skriv hvert tal én gang.", "Write each number once.",
        )  # fmt: skip
    return made


def _dimension(row: Table) -> Dimension:
    made = Dimension(
        number=row.number("number", 1, 6), id=row.word("id"), label=row.text("label"), stem=row.text("stem"),
        statements={letter: row.text(letter) for letter in LETTERS},
    )  # fmt: skip
    row.done()
    return made


def _lettered(file: Table, name: str) -> Sequence[Table]:
    """Four tables, one for each letter."""
    rows = file.rows(name, by="letter")
    if rows and sorted(str(row.values.get("letter")) for row in rows) != list(LETTERS):
        file.fault(
            name, "Der skal være fire, med letter A, B, C og D.", "There must be four, with letter A, B, C and D.",
            "Skriv hvert bogstav én gang.", "Write each letter once.",
        )  # fmt: skip
    return rows


def _culture(row: Table) -> Culture:
    made = Culture(
        letter=row.word("letter"), id=row.word("id"), name=row.text("name"), text=row.text("text"),
        keywords=row.texts("keywords"), leadership=row.texts("leadership"), gift=row.text("gift"),
        watch=row.text("watch"), plain=text_or_none(row, "plain"),
    )  # fmt: skip
    row.done()
    return made


def _regressed(row: Table) -> Regressed:
    made = Regressed(
        letter=row.word("letter"), id=row.word("id"), name=row.text("name"), signs=row.texts("signs"),
        no_room_for=row.texts("no_room_for"),
    )  # fmt: skip
    row.done()
    return made


def _reading(table: Table, cultures: Mapping[str, Culture]) -> ReadingTexts:
    """A template about one culture may have a wording of its own for it: question_gap_more_A.

    Rounds from before a culture had everyday words bring what it is called within a sentence, and keep that.
    """
    said = {letter: quoted(cultures[letter].called) if letter in cultures else NOTHING for letter in LETTERS}
    if "culture" in table.values:
        own = table.table("culture")
        said = {letter: own.text(letter) for letter in LETTERS}
        own.done()
    wanted = dict(PLACES) | {
        f"{name}_{letter}": places
        for name, places in PLACES.items()
        for letter in LETTERS
        if "culture" in places and f"{name}_{letter}" in table.values
    }
    worded = {name: places for name, places in wanted.items() if name in table.values or name not in SAID}
    templates = {name: template(table, name, places) for name, places in worded.items()}
    table.asked.update(name for name in table.values if {name, name.removesuffix(f"_{name[-1:]}")} & RETIRED)
    table.done()
    return ReadingTexts(templates=templates, cultures=said)
