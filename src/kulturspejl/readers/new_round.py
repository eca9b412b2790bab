"""What a leader or steward sees before making a round."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from kulturspejl.access.agreeing import asked_lately, last_opened
from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import NOTHING_HERE, day_of, sight_for
from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.errors import NotThere
from kulturspejl.core.instruments.allocation.reading import SURE, least_that_matters
from kulturspejl.core.permissions import Verb
from kulturspejl.core.statistics import PLANNED_POWER, smallest_visible_gap
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import instruments
from kulturspejl.readers.rules import seen_above, sentences
from kulturspejl.records.models import Organisation, RoundState, RoundUnit, Unit, User
from kulturspejl.values.tree import UnitNow

NO_NUMBERS = Text(
    da="Under {minimum} svar viser vi ingen tal. Så får I spørgsmål til en samtale i stedet.",
    en="Under {minimum} answers we show no numbers. You then get questions for a conversation instead.",
)
SMALLEST_GAP = Text(
    da="Svarer alle {people}, kan I som regel se en forskel mellem nu og ønske, når den er på mindst {gap} point "
    "af {total}. Svarer færre end {minimum}, får I spørgsmål til en samtale i stedet for tal.",
    en="If all {people} answer, you can usually see a difference between now and wish of at least {gap} points of "
    "{total}. If fewer than {minimum} answer, you get questions for a conversation instead of numbers.",
)


MEANS = Text(
    da="Svarer alle {people}, får I jeres gennemsnit. {spread} Svarer færre end {minimum}, får I spørgsmål til en "
    "samtale i stedet for tal.",
    en="If all {people} answer, you get your averages. {spread} If fewer than {minimum} answer, you get questions for "
    "a conversation instead of numbers.",
)
DEFAULT_POINTS, DEFAULT_FORM = 10, "drawn"
"""What a round asks with where whoever makes it changes nothing; a kind that leaves no choice has its own."""


@dataclass(frozen=True)
class NewRound:
    """`units` is the unit itself, or it and all below it, parents first. `who_sees` is what will be promised
    to them, by the id of what is asked; `above`, of that, what those above will not see.

    `own_ids` are the organisation's own ids of those units that have one.
    """

    unit_id: uuid.UUID
    unit_name: str
    headcount: int
    minimum: int
    last_opened_on: date | None
    needs_agreement: bool
    has_representatives: bool
    language: str
    units: tuple[UnitNow, ...]
    who_sees: Mapping[str, tuple[Text, ...]]
    above: Text
    own_ids: Mapping[uuid.UUID, str]


def choices_of(round_unit_id: uuid.UUID, unit_id: uuid.UUID) -> Mapping[str, object]:
    """What was chosen for a round of this unit, to be asked in the same way again; nothing for another's."""
    rows = RoundUnit.objects.filter(id=round_unit_id, unit_id=unit_id, round__state=RoundState.RELEASED)
    names = {"instrument": "content_id", "points": "points", "preferred": "preferred", "language": "language"}
    found = rows.values_list(*(f"round__{name}" for name in names.values())).first()
    if found is None:
        return {}
    chosen = dict(zip(names, found, strict=True))
    own = () if instruments.of_a_round(chosen["instrument"]).chooses_points else ("points", "preferred")
    return {name: value for name, value in chosen.items() if name not in own}


def before(user: User, unit_id: uuid.UUID, *, branch: bool, now: datetime) -> NewRound:
    """For the form; NotThere for whoever may not make a round here."""
    unit = Unit.objects.select_related("organisation").filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_for(user, Verb.ROUND_CREATE_BRANCH if branch else Verb.ROUND_CREATE, unit=unit, now=now)
    tree = sight.tree
    if unit_id not in tree.units:
        raise NotThere(NOTHING_HERE)
    units = tree.subtree(unit_id) if branch else [tree.units[unit_id]]
    asked, policy = {one.id for one in units}, load_policy().raised_to(unit.organisation.minimum)
    return NewRound(
        unit_id=unit_id, unit_name=tree.units[unit_id].name, headcount=tree.units[unit_id].headcount,
        minimum=_minimum(unit.organisation), last_opened_on=last_opened(asked),
        needs_agreement=asked_lately(asked, day_of(now)),
        has_representatives=bool(crew_of(unit.organisation_id, [unit_id], tree, sight.day).representatives(unit_id)),
        language=unit.organisation.language, units=tuple(units),
        who_sees=_promised(policy, wide=len(units) > 1), above=seen_above(policy, wide=len(units) > 1),
        own_ids=_own_ids(unit.organisation, asked),
    )  # fmt: skip


def _promised(policy: Policy, *, wide: bool) -> dict[str, tuple[Text, ...]]:
    return {one.id: tuple(sentences(policy, one, wide=wide)) for one in instruments.for_rounds()}


def _own_ids(organisation: Organisation, asked: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    found = organisation.units.exclude(external_id="").values_list("id", "external_id")
    return {unit_id: own_id for unit_id, own_id in found if unit_id in asked}


def foresight(people: int, *, minimum: int, asked: Instrument, total: int = 10) -> Text:
    """One sentence: what so many people can show, or that there will be a conversation.

    Of points, the size of a difference between what is and what is wished, as on paper, if all answer: by the interval
    that the result itself goes by. Of a scale, what of it is told.
    """
    if people < minimum:
        return filled(NO_NUMBERS, minimum=minimum)
    if not asked.chooses_points:
        spread = filled(asked.spread_promise, spread_of_one=load_policy().spread_of_one)
        return filled(MEANS, people=people, minimum=minimum, spread=spread)
    gap = smallest_visible_gap(people, total=total, power=PLANNED_POWER, level=SURE)
    if gap is None:
        return NOTHING
    of = paper_total(total)
    points = max(least_that_matters(total), ceil(gap * of / total))
    return filled(SMALLEST_GAP, people=people, gap=points, total=of, minimum=minimum)


def _minimum(organisation: Organisation) -> int:
    return load_policy().raised_to(organisation.minimum).mean
