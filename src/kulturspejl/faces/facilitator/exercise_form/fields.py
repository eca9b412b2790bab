"""What the page draws of an exercise that is being made: each field with its name, its words and its fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kulturspejl.core.content.own_exercise import MOST_PARTS, MOST_ROWS, MOST_STEPS
from kulturspejl.core.kinds.base.form import Asked, KindForm, Lines, Pick, Rows, Words
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.toml.faults import Fault
from kulturspejl.faces.facilitator.exercise_form.asked import HEAD, PART_LABEL, STEP, form_of
from kulturspejl.faces.facilitator.exercise_form.posted import bare, other
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.own_exercises import Basis, becomes

Options = Mapping[str, tuple[tuple[str, str], ...]]
Data = Mapping[str, Any]
KEPT = ("role", "stage", "brings", "reads", "keeps", "alone", "paper")
"""What a step may have that no field shows."""


@dataclass(frozen=True)
class Field:
    """One field, or two where the exercise has two languages: `second` is None where there is one."""

    shape: str
    name: str
    label: str
    hint: str
    first: str
    second: str | None
    fault: str
    longest: int = 0
    may_lack: bool = False
    is_fixed: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Way:
    """One thing that may become of what is filled in, with the sentence that people will read."""

    value: str
    label: str
    sentence: str
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    """One row of a list; `token` is what it is called there."""

    path: str
    token: str
    called: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class RowList:
    """A list of rows; `add` stands on the button for another, "" where there is none to add."""

    path: str
    rows: tuple[Row, ...]
    add: str
    can_drop: bool
    fault: str = ""


@dataclass(frozen=True)
class PartField:
    """What is asked in a step; `is_kept`: no form makes its kind, so it follows along as it stands in the file."""

    path: str
    id: str
    kind: str
    called: str
    says: str
    fields: tuple[Field, ...] = ()
    ways: tuple[Way, ...] = ()
    groups: tuple[tuple[str, tuple[Field, ...]], ...] = ()
    rows: tuple[RowList, ...] = ()
    fault: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it has no fields here."""
        return not self.fields


@dataclass(frozen=True)
class StepField:
    """A step; `kept` names what it has that no field shows."""

    path: str
    id: str
    title: str
    minutes: str
    with_whom: str
    fields: tuple[Field, ...]
    parts: tuple[PartField, ...]
    kept: tuple[str, ...]
    is_open: bool
    can_ask: bool
    fault: str


@dataclass(frozen=True)
class ExerciseForm:
    """All of it; `others` are faults that belong to no field, and `told` each fault with the field to go to."""

    head: tuple[Field, ...]
    steps: tuple[StepField, ...]
    others: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    minutes: int
    can_add: bool


class Drawing:
    """One page of the form: its language, whether it has two, its faults, and which of them have found a field."""

    def __init__(self, basis: Basis, main: str, *, has_two: bool, faults: Sequence[Fault], eye: str) -> None:
        self.main, self.has_two, self.eye, self.tongue = main, has_two, eye, language()
        self.options: Options = {
            "model": (("", _("None")), *basis.models), "instrument": basis.instruments,
        }  # fmt: skip
        self.faults = {fault.key: fault for fault in reversed(faults)}
        self.focus = ""
        self.placed: set[str] = set()
        self.told: dict[str, str] = {}

    def form(self, data: Data) -> ExerciseForm:
        """The whole of it."""
        head = self.fields("exercise", HEAD, data.get("exercise", {}))
        rows = data.get("step", [])
        steps = tuple(self.step(step, at) for at, step in enumerate(rows, start=1))
        others = [one for key, one in self.faults.items() if key not in self.placed]
        return ExerciseForm(
            head, steps, tuple(f"{one.wrong.into(self.tongue)} {one.remedy.into(self.tongue)}" for one in others),
            tuple(self.told.items()), sum(_whole(step.get("minutes")) for step in rows),
            len(rows) < MOST_STEPS,
        )  # fmt: skip

    def step(self, step: Data, at: int) -> StepField:
        """One step with what is asked in it."""
        path = f"step.{step['id']}"
        before = len(self.placed)
        fields = self.fields(path, STEP, step, fixed=("minutes",) if step.get("stage") else ())
        parts = tuple(self.part(part, f"{path}.part.{part['id']}") for part in step.get("part", []))
        fault = self.fault(f"{path}.part", path)
        whom = next(one.first for one in fields if one.name.endswith(".form"))
        said = dict(next(one.options for one in fields if one.name.endswith(".form")))
        return StepField(
            path, step["id"], step.get("title", {}).get(self.main, "") or _("Step {n}").replace("{n}", str(at)),
            str(step.get("minutes", "")), said.get(whom, ""), fields, parts,
            tuple(one for one in KEPT if step.get(one)),
            len(self.placed) > before or (self.eye.startswith(path) and self.eye[len(path) :][:1] in ("", ".")),
            len(parts) < MOST_PARTS, fault,
        )  # fmt: skip

    def part(self, part: Data, path: str) -> PartField:
        """One part by what its kind asks."""
        form = form_of(part.get("kind"))
        if form is None:
            words = part.get("label", {}).get(self.main, "")
            return PartField(path, part["id"], str(part.get("kind", "")), words, "", fault=self.fault(path, path))
        return PartField(
            path, part["id"], part["kind"], form.called.into(self.tongue), form.says.into(self.tongue),
            self.fields(path, (PART_LABEL, *form.fields), part), tuple(self.ways(part, form)),
            tuple(
                (group.called.into(self.tongue), self.fields(f"{path}.{group.name}", group.fields,
                                                           part.get(group.name, {})))
                for group in form.groups
            ),
            tuple(self.rows(part.get(rows.name, []), f"{path}.{rows.name}", rows) for rows in form.rows),
            self.fault(f"{path}.picture", path) or self.fault(f"{path}.visibility", path),
        )  # fmt: skip

    def ways(self, part: Data, form: KindForm) -> Iterator[Way]:
        """What the kind allows, and what the file has where that is another."""
        stands = f"{part.get('visibility', '')}:{part.get('picture', '')}"
        known = [(f"{one.level}:{one.picture}", one.said.into(self.tongue)) for one in form.ways]
        if stands not in dict(known) and part.get("visibility") in set(Visibility):
            known.append((stands, _("As it stands in the file")))
        for value, label in known:
            level, _colon, picture = value.partition(":")
            said = becomes(Visibility(level), picture, str(part.get("role", ""))).into(self.tongue)
            yield Way(value, label, said, value == stands)

    def rows(self, found: Sequence[Data], path: str, rows: Rows) -> RowList:
        """A list; a fixed one in the order in which it is read."""
        if rows.fixed:
            found = [next((row for row in found if _is(row, values)), {"id": f"item_{at}", **values})
                     for at, (_called, values) in enumerate(rows.fixed, start=1)]  # fmt: skip
        made = []
        for at, row in enumerate(found):
            token = row.get("id", f"r{at}")
            key = row.get(rows.by, at + 1)
            called = rows.fixed[at][0] if rows.fixed else rows.called
            fields = self.fields(f"{path}.{token}", rows.fields, row, key=f"{path}.{key}")
            number = "" if rows.fixed else f" {at + 1}"
            made.append(Row(f"{path}.{token}", token, called.into(self.tongue) + number, fields))
        fault = self.fault(path, made[0].fields[0].name if made else path, rows.called.into(self.tongue))
        can_add = rows.add is not None and len(made) < MOST_ROWS
        add = rows.add.into(self.tongue) if rows.add and can_add else ""
        return RowList(path, tuple(made), add, not rows.fixed and len(made) > rows.least, fault)

    def fields(
        self, path: str, asked: Sequence[Asked], values: Data, *, key: str = "", fixed: Sequence[str] = ()
    ) -> tuple[Field, ...]:
        """One after the other; `key` is what a fault calls them by where that is another than their name."""
        return tuple(
            self.field(f"{path}.{one.name}", f"{key or path}.{one.name}", one, values.get(one.name), one.name in fixed)
            for one in asked
        )

    def field(self, name: str, key: str, one: Asked, value: Any, is_fixed: bool) -> Field:
        """One field; the first below what the eye is to go to is where one goes on typing."""
        if self.eye and not self.focus and name.startswith(f"{self.eye}."):
            self.focus = name
        label = one.asked.into(self.tongue)
        if isinstance(one, Words | Lines):
            first, second = self.both(value)
            hint = one.hint.into(self.tongue) if one.hint else ""
            shape = "long" if isinstance(one, Lines) or one.is_long else "line"
            return Field(
                shape, name, label, hint, first, second if self.has_two else None,
                self.fault_in_words(key, name, label),
                0 if isinstance(one, Lines) else one.longest, isinstance(one, Lines) or one.may_lack,
            )  # fmt: skip
        options: tuple[tuple[str, str], ...] = ()
        if isinstance(one, Pick):
            given = tuple((word, said.into(self.tongue)) for word, said in one.options)
            options = given or self.options.get(one.name, ())
        return Field(
            "pick" if isinstance(one, Pick) else "number", name, label, "", "" if value is None else str(value), None,
            self.fault(key, name, label), is_fixed=is_fixed, options=options,
        )  # fmt: skip

    def both(self, value: Any) -> tuple[str, str]:
        """The words in the first language, and in the second where they are others."""
        words = value if isinstance(value, Mapping) else {}
        first, second = (_typed(words.get(language, "")) for language in (self.main, other(self.main)))
        return first, "" if second == first else second

    def fault_in_words(self, key: str, name: str, label: str) -> str:
        """The same of a text: what is wrong with one of its languages, the first that is typed before the second."""
        keys = (f"{key}.{self.main}", f"{key}.{other(self.main)}", key)
        found = [said for one in keys if (said := self.fault(one, name, label))]
        return found[0] if found else ""

    def fault(self, key: str, name: str, label: str = "") -> str:
        """What is said at a field of the fault with this key; "" for none."""
        found = self.faults.get(key)
        if found is None:
            return ""
        said = found.wrong.into(self.tongue)
        self.told.setdefault(name, f"{label}: {said}" if label else said)
        self.placed.add(key)
        return said


def has_two(data: Data) -> bool:
    """Whether some words of the exercise are others in the second language."""
    if isinstance(data, Mapping):
        if set(data) >= {"da", "en"}:
            return bool(data["da"] != data["en"])
        return any(has_two(one) for one in data.values())
    return isinstance(data, list) and any(has_two(one) for one in data)


def _typed(words: object) -> str:
    """As it stands in a field: who sees what is written is the program's to say."""
    return "\n".join(map(str, words)) if isinstance(words, list) else bare(str(words))


def _is(row: Data, values: Mapping[str, str]) -> bool:
    return all(row.get(name) == value for name, value in values.items())


def _whole(minutes: object) -> int:
    return minutes if isinstance(minutes, int) else 0
