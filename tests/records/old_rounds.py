"""Closed rounds as the versions before migration 0011 left them: a matrix of all answers beside an old release."""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import numpy as np

from kulturspejl import library
from kulturspejl.library.policies import NEWEST
from tests.records import small_units as small

BEFORE = ("records", "0006_sheets")
OLD_RELEASE = {"schema": "release-1", "units": []}
SIZES = {"En": 1, "To": 2, "Fire": 4, "Fem": 5, "Ni": 9}


def migrate_to_before() -> Any:
    """The tables as they were; returns their models."""
    from django.db.migrations.loader import MigrationLoader

    from kulturspejl.cli.archive import first, schema

    loader = MigrationLoader(None)
    plan = [".".join(one) for one in loader.graph.forwards_plan(BEFORE) if one[0] == "records"]
    first.make(schema.of(plan))
    return loader.project_state([BEFORE]).apps


def answers_of(number: int) -> dict[str, list[tuple[int, ...]]]:
    """Who answered what in the round of this number: always the same, like no other's."""
    given = iter(small.made_up(sum(SIZES.values()), 1000 + number))
    return {name: [next(given) for _ in range(size)] for name, size in SIZES.items()}


def fill(apps: Any, rounds: int) -> None:
    """So many closed rounds over a branch, then one half closed without a release and one half closed with one."""
    of = lambda name: apps.get_model("records", name).objects  # noqa: E731
    organisation = of("Organisation").create(name="Havnby", minimum=5)
    top = of("Unit").create(organisation=organisation)
    units = {name: of("Unit").create(organisation=organisation) for name in SIZES}
    content = library.load().instruments["culture_profile"].to_json()
    for number in range(rounds + 2):
        made = of("Round").create(
            organisation=organisation, root=top, state="released" if number < rounds else "closing",
            content_id="culture_profile", content_version="1.0", content=content, policy_version=NEWEST, minimum=5,
            points=10, preferred="drawn", language="da", requested_on=date(2026, 1, 1), closed_on=date(2026, 2, 1),
            closes_at=datetime(2026, 2, 1, tzinfo=UTC),
        )  # fmt: skip
        row = of("RoundUnit").create(round=made, unit=top, name="Hjemmeplejen", headcount=0, invited={"E": 0})
        rows = {
            name: of("RoundUnit").create(
                round=made, unit=unit, parent=row, name=name, headcount=SIZES[name], invited={"E": SIZES[name]}
            )
            for name, unit in units.items()
        }
        of("SealedMatrix").create(round=made, **matrix({name: rows[name].id for name in rows}, answers_of(number)))
        if number != rounds:
            of("Release").create(round=made, released=OLD_RELEASE)


def matrix(ids: dict[str, uuid.UUID], answers: dict[str, list[tuple[int, ...]]]) -> dict[str, Any]:
    """The columns of a matrix: units by their id, a block of answers each."""
    order = sorted(answers, key=lambda name: ids[name])
    rows = np.array([row for name in order for row in answers[name]], dtype="<u2")
    return {
        "width": rows.shape[1],
        "blocks": [[str(ids[name]), "E", len(answers[name])] for name in order],
        "rows": rows.tobytes(),
    }


def all_answers(rounds: int) -> Iterator[tuple[int, ...]]:
    """Every answer of `fill`."""
    for number in range(rounds + 2):
        for group in answers_of(number).values():
            yield from group


def faults_of(released: dict[str, Any], number: int) -> list[str]:
    """What is not as it should be in a release made anew: its sums must be those of the round's own answers."""
    from kulturspejl.core.disclosure.check import check_certificate
    from kulturspejl.core.disclosure.released import Released

    made, answers = Released.from_json(json.loads(json.dumps(released))), answers_of(number)
    pictures = {picture.name: picture for picture in made.units.values()}
    faults = check_certificate(made)
    everybody = [row for group in answers.values() for row in group]
    for name, group in {"Hjemmeplejen": everybody, "Ni": answers["Ni"], "Fem": answers["Fem"]}.items():
        numbers = pictures[name].numbers
        expected = dict(zip("ABCD", small.scores(group)["now"], strict=True))
        if numbers is None or any(abs(numbers.now[letter].mean - expected[letter]) > 1e-9 for letter in "ABCD"):
            faults.append(f"{name}: other means")
    faults += [f"{name}: not hidden" for name in ("En", "To", "Fire") if pictures[name].hidden != "few"]
    return faults
