"""A course day back as the data of a file: what a room keeps, what is downloaded, what `check-content` accepts."""

from collections.abc import Iterable
from typing import Any

from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme
from kulturspejl.core.text import Text


def programme_to_data(plan: Programme) -> dict[str, Any]:
    """The day as parsed TOML; `parse_programme` gives the same day again."""
    head: dict[str, Any] = {"id": plan.id, "version": plan.version}
    if plan.source:
        head["source"] = plan.source
    if plan.is_lent:
        head["lent"] = True
    head["name"] = plan.name.words
    head |= {"goals": _each(plan.goals), "check_ins": _each(plan.check_ins), "homework": plan.homework.words}
    if plan.preparation:
        head["preparation"] = plan.preparation.words
    return {"programme": head, "item": [_item(one) for one in plan.items]}


def _item(item: AgendaItem) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": item.id, "start": _time(item.start), "end": _time(item.end), "kind": item.kind.value,
        "title": item.title.words,
    }  # fmt: skip
    if item.stations:
        made["stations"] = [_planned(one) for one in item.stations]
    if item.models:
        made["models"] = list(item.models)
    return made


def _planned(one: Planned) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": one.kind.value}
    if one.kind is PlannedKind.EXERCISE:
        made["exercise"] = one.exercise
        if one.steps:
            made["steps"] = [
                {"id": step.id} | ({"minutes": step.minutes} if step.minutes else {}) for step in one.steps
            ]
    else:
        made["minutes"] = one.minutes
    if one.model:
        made["model"] = one.model
    if one.title:
        made["title"] = one.title.words
    made |= {name: _each(texts) for name, texts in (("lines", one.lines), ("notes", one.notes)) if texts}
    return made if one.is_ticked else {**made, "ticked": False}


def _each(texts: Iterable[Text]) -> dict[str, list[str]]:
    """A list of texts as one list a language; a text that lacks one is said in Danish there."""
    found = list(texts)
    languages = dict.fromkeys(language for text in found for language in text.words)
    return {language: [text.into(language) for text in found] for language in languages}


def _time(minutes: int) -> str:
    return "{:02}:{:02}".format(*divmod(minutes, 60))
