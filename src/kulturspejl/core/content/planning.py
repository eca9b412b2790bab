"""What a day that somebody has put together must keep, with a sentence for each place that does not."""

from collections.abc import Iterator, Mapping

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.parse_planned import MOST_MINUTES
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import too_long
from kulturspejl.core.writing.sentence import filled

DAY_ENDS = 24 * 60
MOST_ITEMS, MOST_STATIONS, MOST_LINES, MOST_NOTES = 40, 40, 6, 20
TITLE, LINE, NOTE, AIM, PREPARATION = 100, 80, 400, 300, 2000
MINUTES = filled(Text(da="Skriv fra 1 til {most} minutter.", en="Write from 1 to {most} minutes."), most=MOST_MINUTES)
TIMES = Text(
    da="Ret tiderne: Et punkt slutter, efter at det begynder, og begynder ikke, før det forrige er slut.",
    en="Mend the times: an item ends after it begins, and does not begin before the one before it has ended.",
)
NO_EXERCISE = Text(da="Øvelsen findes ikke.", en="There is no such exercise.")
NO_TITLE = Text(da="Skriv en overskrift, eller vælg en model.", en="Write a title, or choose a model.")
TWICE = Text(
    da="Det samme trin står to gange i punktet. Tag det ene ud.",
    en="The same step stands twice in the item. Leave one of them out.",
)
MANY = Text(da="Der er for mange. Slet nogle.", en="There are too many. Delete some.")
NOTHING = Text(da="Dagen har ingen punkter. Tilføj et.", en="The day has no items. Add one.")


def faults_of(plan: Programme, exercises: Mapping[str, Exercise]) -> dict[str, Text]:
    """Under "agenda", "goals", "preparation", "<item>" or "<item>.<place>"; {} for a day that can be held."""
    return dict([*_of_day(plan), *(one for item in plan.items for one in _of_item(item, exercises))])


def _of_day(plan: Programme) -> Iterator[tuple[str, Text]]:
    if not plan.items:
        yield "agenda", NOTHING
    if len(plan.items) > MOST_ITEMS:
        yield "agenda", MANY
    yield from _room("goals", plan.goals, AIM)
    if plan.preparation:
        yield from _room("preparation", (plan.preparation,), PREPARATION)
    latest = 0
    for item in plan.items:
        if not latest <= item.start < item.end <= DAY_ENDS:
            yield item.id, TIMES
        latest = max(latest, item.end)


def _of_item(item: AgendaItem, exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, Text]]:
    yield from _room(item.id, (item.title,), TITLE)
    if len(item.stations) > MOST_STATIONS:
        yield item.id, MANY
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(item.stations):
        key = f"{item.id}.{place}"
        yield from ((key, fault) for fault in _of_station(one, exercises))
        steps = _steps(one, exercises) if one.is_ticked else set()
        if steps & seen:
            yield key, TWICE
        seen |= steps


def _of_station(one: Planned, exercises: Mapping[str, Exercise]) -> Iterator[Text]:
    if one.kind is PlannedKind.EXERCISE:
        known = exercises.get(one.exercise)
        if known is None or {step.id for step in one.steps} - {step.id for step in known.steps}:
            yield NO_EXERCISE
        if any(not 0 <= step.minutes <= MOST_MINUTES for step in one.steps):
            yield MINUTES
        return
    if not 1 <= one.minutes <= MOST_MINUTES:
        yield MINUTES
    if one.kind is PlannedKind.INPUT and not one.model and one.title is None:
        yield NO_TITLE
    if len(one.lines) > MOST_LINES or len(one.notes) > MOST_NOTES:
        yield MANY
    for texts, most in (((one.title,) if one.title else (), TITLE), (one.lines, LINE), (one.notes, NOTE)):
        yield from (fault for _key, fault in _room("", texts, most))


def _steps(one: Planned, exercises: Mapping[str, Exercise]) -> set[tuple[str, str]]:
    if one.kind is not PlannedKind.EXERCISE or one.exercise not in exercises:
        return set()
    ids = [step.id for step in one.steps] or [step.id for step in exercises[one.exercise].steps]
    return {(one.exercise, id) for id in ids}


def _room(key: str, texts: tuple[Text, ...], most: int) -> Iterator[tuple[str, Text]]:
    for text in texts:
        for words in text.words.values():
            if len(words) > most:
                yield key, too_long(words, most)
                return
