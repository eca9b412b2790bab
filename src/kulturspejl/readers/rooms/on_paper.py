"""The day for paper: aims and agenda first, then its exercises, with the same questions and numbers as the phones."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.core.choreography.script import Station
from kulturspejl.core.content.exercise import Step
from kulturspejl.core.content.model import Model
from kulturspejl.core.content.own_words import plain
from kulturspejl.core.content.programme import AgendaItem, SlotKind
from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import clock
from kulturspejl.core.writing.dates import day as day_in_words
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.paper_forms import Say, explained_once, fields_of
from kulturspejl.readers.rooms.regions.station import WITH_WHOM
from kulturspejl.records.models import Room, RoomKind
from kulturspejl.reports.paper import PaperDay, PaperExplained, PaperItem, PaperPart, PaperStep, sheets
from kulturspejl.values import links
from kulturspejl.values.own_logo import logo_svg
from kulturspejl.values.room_day import RoomDay, day_of_room

OWN = Text(
    da="Arkene er dine egne. Ingen samler dem ind, og intet fra dem kommer på skærmen. Sig det højt, hvis du har lyst.",
    en="The sheets are yours. Nobody collects them, and nothing on them appears on the screen. Say it aloud if you "
    "like.",
)
MINUTES = Text(da="{minutes} min.", en="{minutes} min")
DRAWN_BY_THE_FORM = ("pairs", "line", "around", "sheet", "path", "field", "layers", "boundaries")
"""Figures that the form itself draws or asks about: their boxes would say the same twice."""
KEPT_COUNTS = 256
GOALS = "goals"


def paper(user: Runner, room_id: uuid.UUID, *, language: str, now: datetime) -> PaperDay:
    """For whoever may run the room; NotThere for anybody else."""
    room = require_room(user, room_id, now=now)
    return paper_of(room, day_of_room(room.id), language)


def sheets_of(room: Room, language: str) -> int:
    """How many pages one set has. Counted once for what a room was called, asked and planned like."""
    return _counted(room.id, room.plan, room.name, room.check_in, room.homework, language)


@lru_cache(maxsize=KEPT_COUNTS)
def _counted(room_id: uuid.UUID, plan: int, name: str, check_in: str, homework: str, language: str) -> int:
    """All arguments are what the count depends on; the row is read by its id alone."""
    return sheets(paper_of(Room.objects.get(id=room_id), day_of_room(room_id), language), lang=language)


def paper_of(room: Room, day: RoomDay, language: str) -> PaperDay:
    """Its items in order, with the minutes that each step has in this room."""

    def say(text: Text | None) -> str:
        return text.into(language) if text else ""

    programme = day.programme
    writer = _Writer(room, day, language, say)
    return PaperDay(
        title=room.name, day=f"{say(programme.name)} · {day_in_words(room.day, language)}", code=room.code,
        address=links.short_address(), url=links.room_url(room.code), aims=tuple(map(say, programme.goals)),
        before=say(programme.preparation), homework=say(day.as_written(room.homework)), own=say(OWN),
        items=tuple(writer.item(slot, item) for slot, item in enumerate(programme.items)),
        logo=logo_svg(room.made_by_id),
    )  # fmt: skip


def run_on(words: Sequence[str]) -> str:
    """Paragraphs on one line: sentences after each other, single words with a point between them."""
    ended = [f"{one} " if one.endswith((".", "!", "?", ":")) else f"{one} · " for one in words[:-1]]
    return "".join([*ended, *words[-1:]])


@dataclass
class _Writer:
    """Writes item after item, and remembers what has been explained."""

    room: Room
    day: RoomDay
    language: str
    say: Say
    seen: set[object] = field(default_factory=set)

    def item(self, slot: int, item: AgendaItem) -> PaperItem:
        """One item of the agenda with what is told and done in it."""
        stations = [station for station in self.day.script if station.slot == slot]
        inputs = [one for one in stations if one.nth >= 0 and not one.exercise and item.kind is not SlotKind.WELCOME]
        told = map(self._told_name, inputs)
        return PaperItem(
            time=self._time(item), title=self.say(item.title), told=tuple(dict.fromkeys(filter(None, told))),
            parts=tuple(self._parts(stations)),
        )  # fmt: skip

    def _time(self, item: AgendaItem) -> str:
        """A borrowed room is planned for no hour."""
        if self.room.kind == RoomKind.BORROWED:
            return self.say(MINUTES).format(minutes=item.minutes)
        return clock(*divmod(item.start, 60), self.language)

    def _told_name(self, station: Station) -> str:
        """A model by its name; what has lines of its own stands on the sheet with them."""
        planned, model = self.day.planned_of(station), reading.model(station.model)
        if station.is_break or (planned and planned.lines):
            return ""
        return self.say((planned and planned.title) or (model and model.name) or None)

    def _parts(self, stations: list[Station]) -> Iterator[PaperPart]:
        for exercise, found in groupby(stations, key=lambda station: station.exercise):
            if exercise:
                yield self._exercise(exercise, list(found))
            else:
                yield from self._told(list(found))

    def _told(self, stations: list[Station]) -> Iterator[PaperPart]:
        """What a provider tells in lines."""
        for station in stations:
            planned = self.day.planned_of(station)
            if planned and planned.lines:
                yield PaperPart(self.say(planned.title), lines=tuple(map(self.say, planned.lines)))

    def _exercise(self, id: str, stations: list[Station]) -> PaperPart:
        """Its explanation stands where it is met first."""
        exercise = self.day.exercises[id]
        is_continued = id in self.seen
        self.seen.add(id)
        models = [] if is_continued else list(filter(None, map(reading.model, exercise.models)))
        return PaperPart(
            self.say(exercise.name), purpose="" if is_continued else self.say(exercise.purpose),
            is_continued=is_continued, explained=tuple(self._explained(model) for model in models),
            steps=tuple(self._step(id, station) for station in stations),
        )  # fmt: skip

    def _explained(self, model: Model) -> PaperExplained:
        is_drawn = model.figure.kind in DRAWN_BY_THE_FORM
        boxes = () if is_drawn else model.figure.boxes
        return PaperExplained(
            self.say(model.name), self.say((model.teach and model.teach.definition) or model.idea),
            tuple((self.say(box.label), run_on(list(map(self.say, box.words)))) for box in boxes),
        )  # fmt: skip

    def _asked_here(self, step: Step) -> Step:
        """The day's purposes stand on the sheet once: a second number is a second ring beside the first."""
        again = GOALS in self.seen
        self.seen |= {GOALS for part in step.parts if part.is_about_goals}
        return replace(step, parts=tuple(one for one in step.parts if not (again and one.is_about_goals)))

    def _step(self, id: str, station: Station) -> PaperStep:
        exercise = self.day.exercises[id]
        step = exercise.step(station.step)
        is_asked = step.parts and self.day.item_of(station).kind is SlotKind.CHECK_IN
        with_whom, title = self.say(WITH_WHOM[step.gathering]), self.say(step.title)
        minutes = self.say(MINUTES).format(minutes=station.minutes)
        about = [minutes] if title.casefold() == with_whom.casefold() else [with_whom, minutes]
        fields = list(fields_of(exercise, self._asked_here(step), station.stages, self.say))
        asked = self.day.as_written(self.room.check_in) if is_asked else None
        return PaperStep(
            title=title, about=", ".join(about), text=plain(step.paper or step.phone, self.language),
            asked=self.say(asked), fields=tuple(explained_once(fields, self.seen)),
        )  # fmt: skip
