"""What the buttons of the form do before anything is saved: add, move, take out."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from kulturspejl.core.content.own_exercise import MOST_PARTS, MOST_ROWS, MOST_STEPS
from kulturspejl.core.kinds.base.form import Asked, Lines, Number, Pick, Rows, Words
from kulturspejl.core.text import REQUIRED
from kulturspejl.faces.facilitator.exercise_form.asked import PART_LABEL, STEP, form_of

Data = dict[str, Any]
EMPTY = dict.fromkeys(REQUIRED, "")


def begun() -> Data:
    """A new exercise: one step, in which nothing is asked yet."""
    return {"exercise": {"version": "1", "name": EMPTY, "purpose": EMPTY}, "step": [_new_step("step_1")]}


def moved(data: Mapping[str, Any], do: str, what: str) -> tuple[Data, str]:
    """The data after a button, and the path of what the eye is to go to; "" for nowhere.

    `do` is "<verb>:<path>", a path as the names of the fields begin ("step.step_1.part.part_2"), and `what` the kind
    that is chosen beside the button for another part. A button that means nothing any more does nothing.
    """
    made = deepcopy(dict(data))
    verb, _colon, path = do.partition(":")
    if verb == "step":
        return made, _step_after(made, path)
    if verb == "part":
        return made, _part_in(made, path, what)
    if verb == "row":
        return made, _row_in(made, path)
    found = _found(made, path)
    if verb not in VERBS or found is None:
        return made, ""
    return made, VERBS[verb](made, path, *found)


def _up(_data: Data, path: str, rows: list[Data], at: int) -> str:
    return _swap(path, rows, at, at - 1)


def _down(_data: Data, path: str, rows: list[Data], at: int) -> str:
    return _swap(path, rows, at, at + 1)


def _swap(path: str, rows: list[Data], at: int, to: int) -> str:
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
        at = to
    return path if "id" in rows[at] else f"{path.rpartition('.')[0]}.r{at}"


def _drop(data: Data, path: str, rows: list[Data], at: int) -> str:
    """The last part of a step leaves no empty list behind."""
    del rows[at]
    above, _dot, name = path.rpartition(".")[0].rpartition(".")
    holder = _node(data, above)
    if name == "part" and not rows and holder is not None:
        del holder["part"]
    return above or (f"step.{rows[min(at, len(rows) - 1)]['id']}" if rows else "")


VERBS: dict[str, Callable[[Data, str, list[Data], int], str]] = {"up": _up, "down": _down, "drop": _drop}


def _step_after(data: Data, path: str) -> str:
    steps = data.setdefault("step", [])
    if len(steps) >= MOST_STEPS:
        return path
    found = _found(data, path)
    id = _unused("step", {one.get("id") for one in steps})
    steps.insert(found[1] + 1 if found else len(steps), _new_step(id))
    return f"step.{id}"


def _part_in(data: Data, path: str, kind: str) -> str:
    """Ids of parts are one to the whole exercise, so that whatever is brought along is brought from one place."""
    step, form = _node(data, path), form_of(kind)
    if step is None or form is None or len(step.get("part", [])) >= MOST_PARTS:
        return path
    id = _unused("part", {part.get("id") for one in data["step"] for part in one.get("part", [])})
    way = form.ways[0]
    part: Data = {"id": id, "kind": kind, "visibility": str(way.level)}
    if way.picture:
        part["picture"] = way.picture
    part |= _blank((PART_LABEL, *form.fields))
    part |= {group.name: _blank(group.fields) for group in form.groups}
    for rows in form.rows:
        part[rows.name] = [_new_row(rows, at) for at in range(max(rows.least, len(rows.fixed)))]
    step.setdefault("part", []).append(part)
    return f"{path}.part.{id}"


def _row_in(data: Data, path: str) -> str:
    """Another row of a list in a part: "<part>.<name of the list>"."""
    above, _dot, name = path.rpartition(".")
    part = _node(data, above)
    form = form_of(part.get("kind")) if part else None
    rows = next((one for one in form.rows if one.name == name and not one.fixed), None) if form else None
    if part is None or rows is None or len(part.setdefault(name, [])) >= MOST_ROWS:
        return above
    taken = {one.get("id") for one in part[name]}
    number = next(at for at in range(MOST_ROWS + 1) if f"item_{at + 1}" not in taken)
    part[name].append(_new_row(rows, number))
    return f"{path}.{part[name][-1].get('id', f'r{len(part[name]) - 1}')}"


def _new_step(id: str) -> Data:
    made = {"id": id, "form": "alone", **_blank(STEP)}
    del made["size"]
    return made


def _new_row(rows: Rows, at: int) -> Data:
    named: Data = {"id": f"item_{at + 1}"} if rows.by == "id" else {}
    return {**named, **(rows.fixed[at][1] if at < len(rows.fixed) else {}), **_blank(rows.fields)}


def _blank(asked: tuple[Asked, ...]) -> Data:
    """What stands in the fields before anybody has typed."""
    made: Data = {}
    for one in asked:
        if isinstance(one, Number):
            made[one.name] = one.first
        elif isinstance(one, Pick):
            made |= {one.name: one.options[0][0]} if one.options else {}
        elif isinstance(one, Words) and not one.may_lack:
            made[one.name] = EMPTY
        else:
            assert isinstance(one, Words | Lines)
    return made


def _found(data: Data, path: str) -> tuple[list[Data], int] | None:
    """The list that a path ends in, and the place there."""
    above, _dot, token = path.rpartition(".")
    holder, _dot, name = above.rpartition(".")
    node = _node(data, holder)
    rows = node.get(name) if node is not None else None
    if not isinstance(rows, list):
        return None
    for at, row in enumerate(rows):
        if isinstance(row, dict) and row.get("id", f"r{at}") == token:
            return rows, at
    return None


def _node(data: Data, path: str) -> Data | None:
    if not path:
        return data
    found = _found(data, path)
    return found[0][found[1]] if found else None


def _unused(word: str, taken: set[object]) -> str:
    return next(f"{word}_{number}" for number in range(1, 1000) if f"{word}_{number}" not in taken)
