"""Two published pictures of the same unit beside each other, and what may be said of the difference."""

from dataclasses import dataclass
from enum import StrEnum

from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.unchanged import Counted, Unchanged, unchanged
from kulturspejl.core.instruments import asked_of
from kulturspejl.core.instruments.base.since import Changes


class WhyNot(StrEnum):
    """Why no difference is told."""

    ONE_PERSON = "one_person"  # it could be one person's answer, and everybody can know whose
    OTHER_POINTS = "other_points"
    OTHER_TEXT = "other_text"  # the questions have been rewritten
    OTHER_UNITS = "other_units"  # merged, split, or others below
    NO_SPREAD = "no_spread"  # one of them does not tell how far apart people are

    @property
    def hides_the_webs(self) -> bool:
        """Whether the two are not even drawn on one figure."""
        return self is WhyNot.ONE_PERSON


@dataclass(frozen=True, slots=True)
class Since:
    """`before` is the earlier picture. `changes` is None where no difference is told, and `why_not` says why.
    `unchanged` is what the two tell whoever takes it that nobody's answer has changed.
    """

    before: UnitPicture
    changes: Changes | None
    why_not: WhyNot | None
    unchanged: Unchanged


@dataclass(frozen=True, slots=True)
class Side:
    """One round's picture of the unit. `units` are the unit and all below it, by names that both rounds know."""

    released: Released
    picture: UnitPicture
    units: frozenset[str]


def compare(before: Side, after: Side) -> Since | None:
    """None where one of them has no numbers, or they answer two questionnaires. Looks at what is released, never at
    answers.

    Why a difference is held back hangs on counts and on the tree alone (science 2.1), so that it tells of no answer.
    """
    was, is_now = before.picture, after.picture
    if was.numbers is None or is_now.numbers is None or was.n is None or is_now.n is None:
        return None
    then, now = before.released, after.released
    if then.kind != now.kind or then.content.id != now.content.id:
        return None
    told = unchanged(Counted(was.n, was.invited), Counted(is_now.n, is_now.invited))
    why_not, found = _why_not(before, after, told), after.released
    if why_not is not None:
        return Since(was, None, why_not, told)
    changes = asked_of(found.kind, found.total, found.preferred_form).since(
        was.numbers, is_now.numbers, people=(was.n, is_now.n), form_then=before.released.preferred_form
    )
    return Since(was, changes, None if changes else WhyNot.NO_SPREAD, told)


def _why_not(before: Side, after: Side, told: Unchanged) -> WhyNot | None:
    if told.pins_one:  # Also where units were merged or split: the lists of the staff are of all below it.
        return WhyNot.ONE_PERSON
    if before.released.total != after.released.total:
        return WhyNot.OTHER_POINTS
    if _edition(before.released) != _edition(after.released):
        return WhyNot.OTHER_TEXT
    return None if before.units == after.units else WhyNot.OTHER_UNITS


def _edition(released: Released) -> str:
    """What stands before the first dot of a version: another one asks in other words."""
    return released.content.version.partition(".")[0]
