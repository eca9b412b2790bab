"""A part of an exercise, from its table: what is filled in, by whom it is seen, and how it is shown."""

from collections.abc import Collection, Mapping

from kulturspejl.core.content.exercise import Item, Part, Picture
from kulturspejl.core.content.keys import id_of, once, one_of
from kulturspejl.core.content.kinds import BUILT_IN_EXERCISES, Kind
from kulturspejl.core.content.table import Table
from kulturspejl.core.permissions.visibility import Visibility

ASKS = ("now", "wish", "both")
LONGEST_NOTE = 2000
LEVELS = (Visibility.PRIVATE, Visibility.NAMED, Visibility.TEAM, Visibility.AGGREGATE)
"""The levels on which somebody fills in something; the others are what may become of it later."""

PICTURES: Mapping[Picture, tuple[Kind, Collection[Visibility]]] = {
    Picture.LINES: (Kind.BOARD, (Visibility.TEAM, Visibility.AGGREGATE)),
    Picture.SCALES: (Kind.AGREEMENT_ITEMS, (Visibility.AGGREGATE,)),
    Picture.COUNTS: (Kind.CHOICE, (Visibility.AGGREGATE,)),
    Picture.PULL: (Kind.CHOICE, (Visibility.AGGREGATE,)),
    Picture.PROFILE: (Kind.ALLOCATION, (Visibility.AGGREGATE,)),
}
"""What each picture is made of, and from which levels: numbers only where nobody stands behind them."""


def parse_part(row: Table) -> Part:
    """The part of one table; what is wrong with it is noted there."""
    kind = Kind(one_of(row, "kind", sorted(BUILT_IN_EXERCISES), Kind.BOARD, known=set(Kind)))
    is_profile, is_scale = kind is Kind.ALLOCATION, kind is Kind.AGREEMENT_ITEMS
    made = Part(
        id=id_of(row), kind=kind, label=row.text("label"),
        visibility=Visibility(one_of(row, "visibility", LEVELS, Visibility.PRIVATE, known=set(Visibility))),
        picture=_picture(row),
        instrument=row.word("instrument") if is_profile else "",
        asks=one_of(row, "asks", ASKS, ASKS[0]) if is_profile else "",
        items=() if is_profile else tuple(map(_item, row.rows("item", by="id"))),
        least=_number(row, "least", 0, 10, 1) if is_scale else 1,
        most=_number(row, "most", 1, 100, 5) if is_scale else 5,
        low=row.text("low") if is_scale else None, high=row.text("high") if is_scale else None,
        longest=_number(row, "longest", 1, LONGEST_NOTE, 140) if kind is Kind.BOARD else 140,
    )  # fmt: skip
    _check(row, made)
    row.done()
    return made


def _picture(row: Table) -> Picture | None:
    if "picture" not in row.values:
        return None
    found = one_of(row, "picture", tuple(PICTURES), "", known=set(Picture))
    return Picture(found) if found else None


def _item(row: Table) -> Item:
    made = Item(id=id_of(row, capitals=True), label=row.text("label"))
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
    if part.picture:
        _check_picture(row, part, part.picture)


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
