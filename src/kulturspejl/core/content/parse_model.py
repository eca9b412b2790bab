"""From parsed TOML to a model, with every fault found on the way."""

from collections.abc import Mapping
from typing import Any

from kulturspejl.core.content.model import BLOCKS, EDGES, FIGURES, Model, ModelBox, ModelFigure, Section
from kulturspejl.core.content.opens import opened_by
from kulturspejl.core.content.parse_teaching import check_length, parse_parts, parse_teaching
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, one_of, text_or_none
from kulturspejl.core.toml.table import Table

FIXED = {"quadrants": 4, "field": 4, "triad": 3, "sheet": 2, "columns": 2, "boundaries": 5}
"""How many boxes a figure needs; the others take as many as there are."""


def parse_model(data: Mapping[str, Any], file: str) -> Model:
    """A model from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("model")
    made = Model(
        id=id_of(head), version=head.word("version"), source=head.word("source", default=""),
        block=one_of(head, "block", BLOCKS, BLOCKS[0]), order=head.number("order", 1, 99), name=head.text("name"),
        idea=head.text("idea"), credit=head.text("credit"), ask=head.texts("ask"),
        sections=tuple(_section(row) for row in whole.rows("section", by="id")), figure=_figure(whole.table("figure")),
        teach=parse_teaching(whole), parts=parse_parts(whole), opens=opened_by(head),
    )  # fmt: skip
    head.done()
    whole.done()
    check_length(whole, made)
    if faults:
        raise ContentError(faults)
    return made


def _section(row: Table) -> Section:
    """A list may stand without a paragraph; a section with neither lacks its paragraph."""
    items = row.texts("items") if "items" in row.values else ()
    made = Section(id_of(row), row.text("title"), text_or_none(row, "text") if items else row.text("text"), items)
    row.done()
    return made


def _figure(row: Table) -> ModelFigure:
    kind = one_of(row, "kind", FIGURES, FIGURES[0])
    boxes = tuple(_box(one, kind) for one in row.rows("box", by="id"))
    needed = FIXED.get(kind, len(boxes))
    if len(boxes) != needed:
        row.fault(
            "box", f"Figuren {kind} har {needed} felter, og her er {len(boxes)}.",
            f"The figure {kind} has {needed} boxes, and here are {len(boxes)}.",
            f"Skriv {needed} gange [[figure.box]].", f"Write [[figure.box]] {needed} times.",
        )  # fmt: skip
    edges = {name: row.text(name) for name in EDGES if name in row.values}
    made = ModelFigure(kind, boxes, text_or_none(row, "centre"), edges)
    row.done()
    return made


def _box(row: Table, kind: str) -> ModelBox:
    needs_words = kind in ("pairs", "columns", "sheet")
    made = ModelBox(
        id=id_of(row), label=row.text("label"),
        words=row.texts("words") if needs_words or "words" in row.values else (),
        note=text_or_none(row, "note"), at=row.number("at", 1, 10) if kind == "line" else None,
    )  # fmt: skip
    row.done()
    return made
