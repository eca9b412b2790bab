"""From what was sent to the data of a file: words that nobody touched, and what no field shows, stay as they were."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from kulturspejl.core.content.own_exercise import MOST_PARTS, MOST_ROWS, MOST_STEPS, tidied
from kulturspejl.core.content.own_words import WHO_SEES
from kulturspejl.core.kinds.base.form import Asked, KindForm, Lines, Number, Pick, Rows, Words
from kulturspejl.core.text import REQUIRED
from kulturspejl.core.writing.line import one_line
from kulturspejl.faces.facilitator.exercise_form.asked import HEAD, PART_LABEL, STEP, form_of

TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
LONGEST = 4000
Data = dict[str, Any]


def other(main: str) -> str:
    """The second of the two languages that every file has."""
    return next(one for one in REQUIRED if one != main)


def from_post(post: QueryDict, base: Mapping[str, Any], main: str) -> Data:
    """The data of the file; `base` is what the form began with, and `main` the language that is typed first."""
    was = {step.get("id"): step for step in base.get("step", [])}
    head = dict(base.get("exercise", {}))
    _take(head, post, "exercise", HEAD, main)
    head.setdefault("version", "1")
    steps = [_step(post, id, was.get(id, {}), main) for id in tokens(post, "step", MOST_STEPS)]
    return tidied({**base, "exercise": head, "step": steps})


def tokens(post: QueryDict, path: str, most: int) -> list[str]:
    """What the rows of a list are called, in their order; one more than there may be, so that it is told."""
    sent = dict.fromkeys(one for one in post.getlist(f"order.{path}") if TOKEN.fullmatch(one))
    return list(sent)[: most + 1]


def _step(post: QueryDict, id: str, base: Mapping[str, Any], main: str) -> Data:
    path = f"step.{id}"
    made: Data = {"id": id, **base}
    was = {part.get("id"): part for part in base.get("part", [])}
    parts = [_part(post, f"{path}.part.{one}", one, was.get(one, {}), main) for one in
             tokens(post, f"{path}.part", MOST_PARTS)]  # fmt: skip
    _take(made, post, path, STEP, main)
    if made.get("form") != "groups":
        made.pop("size", None)
    made.pop("part", None)
    if parts := [part for part in parts if part]:
        made["part"] = parts
    made["phone"] = _with_who_sees(made["phone"], base.get("phone", {}), bool(parts))
    return made


def _with_who_sees(words: Mapping[str, str], base: Mapping[str, str], is_filled_in: bool) -> Mapping[str, str]:
    """The program says who sees what is written, in every step where something is."""
    plain = {language: bare(one) for language, one in words.items()}
    was = {language: bare(one) for language, one in base.items()}
    if plain == was and is_filled_in == any(WHO_SEES in one for one in base.values()):
        return base
    return {language: f"{one} {WHO_SEES}".strip() if is_filled_in else one for language, one in plain.items()}


def bare(words: str) -> str:
    """What stands in the field of a phone's words."""
    return one_line(words.replace(WHO_SEES, " "))


def _part(post: QueryDict, path: str, id: str, base: Mapping[str, Any], main: str) -> Data:
    """A part; one of a kind that no form makes stays as it was, and {} is one that was nowhere."""
    kind = post.get(f"{path}.kind", "")
    form = form_of(kind)
    if form is None or base.get("kind", kind) != kind:
        return dict(base)
    made: Data = {"id": id, "kind": kind, **base}
    _level(made, post.get(f"{path}.way", ""), form)
    _take(made, post, path, (PART_LABEL, *form.fields), main)
    for group in form.groups:
        inner = dict(base.get(group.name, {}))
        _take(inner, post, f"{path}.{group.name}", group.fields, main)
        made[group.name] = inner
    for rows in form.rows:
        made[rows.name] = _rows(post, f"{path}.{rows.name}", rows, base.get(rows.name, []), main)
    return made


def _level(made: Data, way: str, form: KindForm) -> None:
    """Who sees it is chosen among what the kind allows, or stays as the file had it."""
    level, _colon, picture = way.partition(":")
    ways = [(str(one.level), one.picture) for one in form.ways]
    if "visibility" in made and (level, picture) not in ways:
        return
    if (level, picture) not in ways:
        level, picture = ways[0]
    made["visibility"] = level
    made.pop("picture", None)
    if picture:
        made["picture"] = picture


def _rows(post: QueryDict, path: str, rows: Rows, base: Sequence[Data], main: str) -> list[Data]:
    made = []
    for place, token in enumerate(tokens(post, path, MOST_ROWS)):
        row: Data = dict(_base_row(base, token))
        if rows.by == "id":
            row = {"id": token, **row}
        if place < len(rows.fixed):
            row |= rows.fixed[place][1]
        _take(row, post, f"{path}.{token}", rows.fields, main)
        made.append(row)
    was = [row.get("id") for row in base]
    # What nobody can move stands in the file as it stood there.
    is_as_before = rows.fixed and {row.get("id") for row in made} == set(was)
    return sorted(made, key=lambda row: was.index(row["id"])) if is_as_before else made


def _base_row(base: Sequence[Data], token: str) -> Mapping[str, Any]:
    """By its id; a row that has none by its place, as `r0`."""
    place = int(token[1:]) if token[0] == "r" and token[1:].isdigit() else -1
    by_place = base[place] if 0 <= place < len(base) and "id" not in base[place] else {}
    return next((row for row in base if row.get("id") == token), by_place)


def _take(made: Data, post: QueryDict, path: str, asked: Sequence[Asked], main: str) -> None:
    """What was typed into the fields, where there is something; a field that is empty takes its name out."""
    for one in asked:
        name = f"{path}.{one.name}"
        found = _typed(post, name, one, made.get(one.name), main)
        made.pop(one.name, None) if found is None else made.update({one.name: found})


def _typed(post: QueryDict, name: str, asked: Asked, base: object, main: str) -> object:
    if isinstance(asked, Words):
        return _words(_of(post, f"{name}.{main}"), _of(post, f"{name}.{other(main)}"), asked, base, main)
    if isinstance(asked, Lines):
        return _lines(_of(post, f"{name}.{main}"), _of(post, f"{name}.{other(main)}"), base, main)
    typed = _of(post, name).strip()
    if isinstance(asked, Number):
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else typed or None
    assert isinstance(asked, Pick)
    return typed or None


def _words(first: str, second: str, asked: Words, base: object, main: str) -> Mapping[str, str] | None:
    """In both languages; where one is empty it has the words of the other."""
    one, two = one_line(first), one_line(second)
    if not one and not two and asked.may_lack:
        return None
    typed = {main: one or two, other(main): two or one}
    if isinstance(base, Mapping) and all(bare(str(base.get(key, ""))) == bare(said) for key, said in typed.items()):
        return base
    return {language: typed[language] for language in REQUIRED}


def _lines(first: str, second: str, base: object, main: str) -> Mapping[str, list[str]] | None:
    one, two = ([one_line(line) for line in typed.splitlines() if line.strip()] for typed in (first, second))
    if not one and not two:
        return None
    typed = {main: one or two, other(main): two or one}
    if isinstance(base, Mapping) and all(base.get(key) == said for key, said in typed.items()):
        return base
    return {language: typed[language] for language in REQUIRED}


def _of(post: QueryDict, name: str) -> str:
    return post.get(name, "")[:LONGEST]
