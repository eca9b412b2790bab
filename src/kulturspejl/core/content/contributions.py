"""What somebody has filled in at a part: taken as it is, or a sentence for each field that says what to do."""

from collections.abc import Callable, Mapping
from typing import Any

from kulturspejl.core.content.answers import NOT_HERE, check_blocks
from kulturspejl.core.content.exercise import Part
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.errors import Faulty, Refused
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.profile.form import blocks_asked
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import too_long
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled

Values = dict[str, Any]
CHOICE = "choice"
PULL = "pull"
SIDE = "side"
MOST_FAULTS = 20
LONGEST_NAME = 60
LEFT_HERE = Text(
    da="Det her bliver på din egen telefon og kan ikke sendes.",
    en="This stays on your own phone and cannot be sent.",
)
NOTHING = Text(
    da="Der er ikke skrevet noget. Svar først, og send så.",
    en="Nothing is filled in. Answer first, then send.",
)
BOTH = Text(
    da="Vælg et tal på begge linjer, så punktet har en plads.",
    en="Choose a number on both lines, so that the point has a place.",
)
WHICH_SIDE = Text(da="Vælg, hvilken side du svarer for.", en="Choose which side you answer for.")
A_NUMBER = Text(da="Vælg et tal fra {least} til {most}.", en="Choose a number from {least} to {most}.")
ONE_OF_THEM = Text(da="Vælg en af mulighederne.", en="Choose one of the alternatives.")


def check_contribution(part: Part, values: Mapping[str, object]) -> Values:
    """The values as they are kept: notes {item: line}, statements {item: number}, a choice {"choice": item}.

    A choice may come under "choice" or "pull". Raises Faulty with a sentence a field, Refused for what never
    leaves the phone.
    """
    if part.visibility is Visibility.PRIVATE or part.kind not in _CHECKS:
        raise Refused(LEFT_HERE)
    return _CHECKS[part.kind](part, values)


def _board(part: Part, values: Mapping[str, object]) -> Values:
    faults = _strangers(part, values)
    kept: Values = {}
    for item in part.items:
        given = values.get(item.id)
        words = one_line(given) if isinstance(given, str) else ""
        if given is not None and not isinstance(given, str):
            faults[item.id] = NOT_HERE
        elif len(words) > part.longest:
            faults[item.id] = too_long(words, part.longest)
        elif words:
            kept[item.id] = words
    return _kept(kept, faults)


def _statements(part: Part, values: Mapping[str, object]) -> Values:
    faults = _strangers(part, values)
    kept: Values = {}
    if part.sides and values.get(SIDE) not in [side.id for side in part.sides]:
        faults[SIDE] = WHICH_SIDE
    for item in part.statements:
        given = values.get(item.id)
        if given in (None, ""):
            continue
        if isinstance(given, bool) or not isinstance(given, int) or not part.least <= given <= part.most:
            faults[item.id] = _out_of_range(part.least, part.most)
        else:
            kept[item.id] = given
    if kept and part.sides:
        kept[SIDE] = values.get(SIDE)
    return _kept(kept, faults)


def _square(part: Part, values: Mapping[str, object]) -> Values:
    """A point has both its numbers, or it stands nowhere."""
    kept = _statements(part, values)
    missing = [axis.id for axis in part.axes if axis.id not in kept]
    return _kept(kept, dict.fromkeys(missing, BOTH))


def _choice(part: Part, values: Mapping[str, object]) -> Values:
    name = PULL if PULL in values else CHOICE
    chosen = values.get(name)
    faults = dict.fromkeys([str(one)[:LONGEST_NAME] for one in values if one != name][:MOST_FAULTS], NOT_HERE)
    if chosen not in [item.id for item in part.items]:
        faults[name] = ONE_OF_THEM
    return _kept({CHOICE: chosen}, faults)


def _allocation(part: Part, values: Mapping[str, object]) -> Values:
    """{"now_d1_A": 3, ...}: what the part asks for, each question adding up."""
    checked = check_blocks(blocks_asked(part.asks), values)
    return _kept(dict(checked.values or {}), checked.faults)


_CHECKS: Mapping[Kind, Callable[[Part, Mapping[str, object]], Values]] = {
    Kind.BOARD: _board,
    Kind.SHEET: _board,
    Kind.AGREEMENT_ITEMS: _statements,
    Kind.PAIRS: _statements,
    Kind.ANCHORED_SCALE: _statements,
    Kind.FIELD: _square,
    Kind.CHOICE: _choice,
    Kind.ALLOCATION: _allocation,
}


def _kept(kept: Values, faults: dict[str, Text]) -> Values:
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    if not kept:
        raise Faulty(NOTHING, {})
    return kept


def _strangers(part: Part, values: Mapping[str, object]) -> dict[str, Text]:
    known = {item.id for item in part.statements} | ({SIDE} if part.sides else set())
    unknown = [str(name)[:LONGEST_NAME] for name in values if name not in known]
    return dict.fromkeys(unknown[:MOST_FAULTS], NOT_HERE)


def _out_of_range(least: int, most: int) -> Text:
    return filled(A_NUMBER, least=least, most=most)
