"""A part of an exercise, from its table: what is filled in, by whom it is seen, and how it is shown."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from kulturspejl.core.content.exercise import Anchor, Item, Part, Picture
from kulturspejl.core.content.kinds import BUILT_IN_EXERCISES, Kind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import id_of, once, one_of, text_or_none
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.sentence import filled

ASKS = ("now", "wish", "both")
LONGEST_NOTE = 2000
LEVELS = (Visibility.PRIVATE, Visibility.NAMED, Visibility.TEAM, Visibility.AGGREGATE)
"""The levels on which somebody fills in something; the others are what may become of it later."""
FURTHEST = 3
"""A pair's ends, in steps from the middle."""
SQUARE = 6
"""Numbers on an axis of a field: an even count, so that every point lies in one of the four."""
ENDS = ("low", "high")
AXES = ("x", "y")

PICTURES: Mapping[Picture, tuple[Kind, Collection[Visibility]]] = {
    Picture.LINES: (Kind.BOARD, (Visibility.TEAM, Visibility.AGGREGATE)),
    Picture.SCALES: (Kind.AGREEMENT_ITEMS, (Visibility.AGGREGATE,)),
    Picture.ELEMENTS: (Kind.AGREEMENT_ITEMS, (Visibility.AGGREGATE,)),
    Picture.SIDES: (Kind.AGREEMENT_ITEMS, (Visibility.AGGREGATE,)),
    Picture.COUNTS: (Kind.CHOICE, (Visibility.AGGREGATE,)),
    Picture.PULL: (Kind.CHOICE, (Visibility.AGGREGATE,)),
    Picture.PROFILE: (Kind.ALLOCATION, (Visibility.AGGREGATE,)),
    Picture.PLACES: (Kind.PAIRS, (Visibility.AGGREGATE,)),
    Picture.LINE: (Kind.ANCHORED_SCALE, (Visibility.AGGREGATE,)),
    Picture.NUMBERS: (Kind.ANCHORED_SCALE, (Visibility.AGGREGATE,)),
    Picture.FIELDS: (Kind.FIELD, (Visibility.AGGREGATE,)),
}
"""What each picture is made of, and from which levels: numbers only where nobody stands behind them."""


def parse_part(row: Table) -> Part:
    """The part of one table; what is wrong with it is noted there."""
    kind = Kind(one_of(row, "kind", sorted(BUILT_IN_EXERCISES), Kind.BOARD, known=set(Kind)))
    made = Part(
        id=id_of(row), kind=kind, label=row.text("label"),
        visibility=Visibility(one_of(row, "visibility", LEVELS, Visibility.PRIVATE, known=set(Visibility))),
        picture=_picture(row), role=row.word("role") if "role" in row.values else "", **_READ[kind](row),
    )  # fmt: skip
    _check(row, made)
    row.done()
    return made


def _allocation(row: Table) -> dict[str, Any]:
    return {"instrument": row.word("instrument"), "asks": one_of(row, "asks", ASKS, ASKS[0])}


def _statements(row: Table) -> dict[str, Any]:
    return {
        "items": _items(row), "least": _number(row, "least", 0, 10, 1), "most": _number(row, "most", 1, 100, 5),
        "low": row.text("low"), "high": row.text("high"), "skip": text_or_none(row, "skip"),
        "scales": tuple(map(_item, row.rows("scale", by="id"))) if "scale" in row.values else (),
        "sides": tuple(map(_item, row.rows("side", by="id"))) if "side" in row.values else (),
    }  # fmt: skip


def _pairs(row: Table) -> dict[str, Any]:
    """Three steps to either side of the middle."""
    return {
        "items": tuple(map(_pair, row.rows("item", by="id"))), "least": -FURTHEST, "most": FURTHEST,
        "skip": text_or_none(row, "skip"),
    }  # fmt: skip


def _line(row: Table) -> dict[str, Any]:
    return {
        "items": _items(row), "least": _number(row, "least", 0, 10, 1), "most": _number(row, "most", 1, 100, 10),
        "anchors": tuple(map(_anchor, row.rows("anchor", by="value"))),
    }  # fmt: skip


def _field(row: Table) -> dict[str, Any]:
    axes = (_axis(row.table("x"), "x"), _axis(row.table("y"), "y"))
    return {"items": tuple(map(_corner, row.rows("item", by="id"))), "least": 1, "most": SQUARE, "axes": axes}


def _choice(row: Table) -> dict[str, Any]:
    return {"items": _items(row), "between": row.ids("between", "first")}


def _sheet(row: Table) -> dict[str, Any]:
    scales = tuple(map(_item, row.rows("scale", by="id")))
    return {"items": _items(row), "scales": scales, "longest": _number(row, "longest", 1, LONGEST_NOTE, 500)}


def _board(row: Table) -> dict[str, Any]:
    return {
        "items": _items(row), "longest": _number(row, "longest", 1, LONGEST_NOTE, 140),
        "calendar": text_or_none(row, "calendar"),
    }  # fmt: skip


_READ: Mapping[Kind, Callable[[Table], dict[str, Any]]] = {
    Kind.ALLOCATION: _allocation,
    Kind.AGREEMENT_ITEMS: _statements,
    Kind.PAIRS: _pairs,
    Kind.ANCHORED_SCALE: _line,
    Kind.FIELD: _field,
    Kind.CHOICE: _choice,
    Kind.BOARD: _board,
    Kind.SHEET: _sheet,
}


def _picture(row: Table) -> Picture | None:
    if "picture" not in row.values:
        return None
    found = one_of(row, "picture", tuple(PICTURES), "", known=set(Picture))
    return Picture(found) if found else None


def _items(row: Table) -> tuple[Item, ...]:
    return tuple(map(_item, row.rows("item", by="id")))


def _item(row: Table) -> Item:
    scale = row.word("scale") if "scale" in row.values else ""
    made = Item(id=id_of(row, capitals=True), label=row.text("label"), says=text_or_none(row, "says"), scale=scale)
    row.done()
    return made


def _pair(row: Table) -> Item:
    low, high = row.text("low"), row.text("high")
    label = filled(Text(da="{low} – {high}", en="{low} – {high}"), low=low, high=high)
    made = Item(
        id=id_of(row), label=label, low=low, high=high, low_says=text_or_none(row, "low_says"),
        high_says=text_or_none(row, "high_says"),
    )  # fmt: skip
    row.done()
    return made


def _axis(row: Table, id: str) -> Item:
    made = Item(id=id, label=row.text("label"), low=row.text("low"), high=row.text("high"))
    row.done()
    return made


def _corner(row: Table) -> Item:
    x, y = (one_of(row, axis, ENDS, ENDS[0]) for axis in AXES)
    made = Item(id=id_of(row), label=row.text("label"), says=text_or_none(row, "says"), corner=(x, y))
    row.done()
    return made


def _anchor(row: Table) -> Anchor:
    made = Anchor(value=row.number("value", 0, 100), label=row.text("label"), says=row.text("says"))
    row.done()
    return made


def _number(row: Table, name: str, least: int, most: int, otherwise: int) -> int:
    return row.number(name, least, most) if name in row.values else otherwise


def _check(row: Table, part: Part) -> None:
    """What is right alone and wrong together."""
    once(row, "item", [item.id for item in part.items])
    if part.least >= part.most:
        row.fault(
            "most", "Skalaen slutter, før den begynder.", "The scale ends before it begins.",
            f"Skriv for eksempel most = {part.least + 4}.", f"Write for example most = {part.least + 4}.",
        )  # fmt: skip
    if part.kind is Kind.ALLOCATION and part.visibility not in (Visibility.PRIVATE, Visibility.AGGREGATE):
        row.fault(
            "visibility", "En profil bliver på telefonen eller bliver lagt sammen uden navn.",
            "A profile stays on the phone or is combined without a name.",
            'Skriv visibility = "V0" eller "V3".', 'Write visibility = "V0" or "V3".',
        )  # fmt: skip
    if part.kind is Kind.SHEET and (part.visibility is not Visibility.NAMED or not part.role):
        row.fault(
            "visibility", "En side af et ark bliver skrevet i én rolle og læst af gruppen.",
            "One side of a sheet is written in one role and read by the group.",
            'Skriv visibility = "V1" og role.', 'Write visibility = "V1" and role.',
        )  # fmt: skip
    if part.calendar and part.visibility is not Visibility.PRIVATE:
        row.fault(
            "calendar", "Kun det, der bliver på telefonen, kan lægges i kalenderen.",
            "Only what stays on the phone can be put in the calendar.",
            'Slet calendar, eller skriv visibility = "V0".', 'Delete calendar, or write visibility = "V0".',
        )  # fmt: skip
    _check_scales(row, part)
    _check_sides(row, part)
    _check_line(row, part)
    if part.kind is Kind.FIELD and len({item.corner for item in part.items}) != len(ENDS) ** len(AXES):
        row.fault(
            "item", "De fire felter ligger ikke i hver sit hjørne.", "The four fields are not in a corner each.",
            'Skriv fire [[step.part.item]], hver med sit x og y: "low" eller "high".',
            'Write four [[step.part.item]], each with its own x and y: "low" or "high".',
        )  # fmt: skip
    if part.picture:
        _check_picture(row, part, part.picture)


def _check_scales(row: Table, part: Part) -> None:
    """Each statement belongs to a scale where there are scales, and each scale has statements."""
    once(row, "scale", [scale.id for scale in part.scales])
    named, used = {scale.id for scale in part.scales}, {item.scale for item in part.items}
    if part.items and used != (named or {""}):
        row.fault(
            "scale", "Udsagnene og skalaerne passer ikke sammen.", "Statements and scales do not fit together.",
            "Skriv scale ved hvert udsagn, og brug hver [[step.part.scale]] mindst én gang.",
            "Write scale at each statement, and use each [[step.part.scale]] at least once.",
        )  # fmt: skip
    if part.picture in (Picture.ELEMENTS, Picture.SIDES) and not part.scales:
        row.fault(
            "picture", "Der er ingen skalaer at tegne.", "There are no scales to draw.",
            "Skriv [[step.part.scale]].", "Write [[step.part.scale]].",
        )  # fmt: skip


def _check_sides(row: Table, part: Part) -> None:
    """Two of them, or none."""
    once(row, "side", [side.id for side in part.sides])
    if len(part.sides) not in (0, 2) or (part.picture is Picture.SIDES) != bool(part.sides):
        row.fault(
            "side", "Der skal være to sider, og de hører sammen med billedet sides.",
            "There must be two sides, and they belong with the picture sides.",
            'Skriv to [[step.part.side]] og picture = "sides", eller ingen af delene.',
            'Write two [[step.part.side]] and picture = "sides", or neither.',
        )  # fmt: skip


def _check_line(row: Table, part: Part) -> None:
    values = [anchor.value for anchor in part.anchors]
    if values != sorted(set(values)) or any(not part.least <= value <= part.most for value in values):
        row.fault(
            "anchor", "Teksterne står ikke i rækkefølge på linjen.", "The texts are not in order on the line.",
            f"Brug tal fra {part.least} til {part.most}, hvert én gang og det mindste først.",
            f"Use numbers from {part.least} to {part.most}, each once and the smallest first.",
        )  # fmt: skip


def _check_picture(row: Table, part: Part, picture: Picture) -> None:
    kind, levels = PICTURES[picture]
    if part.kind is not kind:
        row.fault(
            "picture", f"Billedet {picture} kan ikke tegnes af {part.kind}.",
            f"The picture {picture} cannot be drawn from {part.kind}.",
            f'Slet picture, eller skriv kind = "{kind}".', f'Delete picture, or write kind = "{kind}".',
        )  # fmt: skip
    elif part.visibility is Visibility.PRIVATE:
        row.fault(
            "picture", "Det, som kun personen selv ser, kan ikke vises.",
            "What is for the person alone cannot be shown.",
            "Slet picture, eller skriv et andet niveau.", "Delete picture, or write another level.",
        )  # fmt: skip
    elif part.visibility not in levels:
        named = ", ".join(levels)
        row.fault(
            "picture", f"Billedet {picture} kan ikke vises ved {part.visibility}.",
            f"The picture {picture} cannot be shown at {part.visibility}.",
            f"Slet picture, eller brug et af niveauerne {named}.", f"Delete picture, or use a level of {named}.",
        )  # fmt: skip
