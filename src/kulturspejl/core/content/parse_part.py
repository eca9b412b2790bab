"""A part of an exercise, from its table: what every part has stands here, and its kind reads the rest."""

from dataclasses import fields

from kulturspejl.core import kinds
from kulturspejl.core.content.kinds import LATER
from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.base.part import LEVELS, Part, PartHead
from kulturspejl.core.kinds.base.picture import Picture
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.toml.keys import id_of, one_of, yes
from kulturspejl.core.toml.table import Table


def parse_part(row: Table) -> Part:
    """The part of one table; what is wrong with it is noted there."""
    kind = one_of(row, "kind", sorted(kinds.KINDS), "board", known=LATER)
    head = PartHead(
        id=id_of(row), label=row.text("label"),
        visibility=Visibility(one_of(row, "visibility", LEVELS, Visibility.PRIVATE, known=set(Visibility))),
        picture=_picture(row), role=row.word("role") if "role" in row.values else "",
        is_only_here=yes(row, "only_here", otherwise=False), is_about_goals=yes(row, "goals", otherwise=False),
    )  # fmt: skip
    shape = kinds.KINDS[kind].read(row, head)
    if head.picture:
        _check_picture(row, kind, head, head.picture)
    if head.is_only_here and head.visibility is not Visibility.PRIVATE:
        row.fault(
            "only_here", "Det, der aldrig forlader telefonen, kan ingen andre se.",
            "What never leaves the phone cannot be seen by others.",
            'Slet only_here, eller skriv visibility = "V0".', 'Delete only_here, or write visibility = "V0".',
        )  # fmt: skip
    if head.is_about_goals and kind != AgreementItems.kind:
        row.fault(
            "goals", "Dagens formål kan kun stå som udsagn.", "The day’s purposes can stand as statements only.",
            'Slet goals, eller skriv kind = "agreement_items".', 'Delete goals, or write kind = "agreement_items".',
        )  # fmt: skip
    row.done()
    return Part(**{one.name: getattr(head, one.name) for one in fields(head)}, shape=shape)


def _picture(row: Table) -> Picture | None:
    if "picture" not in row.values:
        return None
    found = one_of(row, "picture", tuple(kinds.PICTURES), "")
    return kinds.PICTURES[found][0] if found else None


def _check_picture(row: Table, kind: str, head: PartHead, picture: Picture) -> None:
    """It is made of this kind, at a level at which it may be shown: numbers only where nobody stands behind them."""
    _picture_again, made_of = kinds.PICTURES[picture.name]
    if kind != made_of.kind:
        row.fault(
            "picture", f"Billedet {picture} kan ikke tegnes af {kind}.",
            f"The picture {picture} cannot be drawn from {kind}.",
            f'Slet picture, eller skriv kind = "{made_of.kind}".', f'Delete picture, or write kind = "{made_of.kind}".',
        )  # fmt: skip
    elif head.visibility is Visibility.PRIVATE:
        row.fault(
            "picture", "Det, som kun personen selv ser, kan ikke vises.",
            "What is for the person alone cannot be shown.",
            "Slet picture, eller skriv et andet niveau.", "Delete picture, or write another level.",
        )  # fmt: skip
    elif head.visibility not in picture.levels:
        named = ", ".join(picture.levels)
        row.fault(
            "picture", f"Billedet {picture} kan ikke vises ved {head.visibility}.",
            f"The picture {picture} cannot be shown at {head.visibility}.",
            f"Slet picture, eller brug et af niveauerne {named}.", f"Delete picture, or use a level of {named}.",
        )  # fmt: skip
