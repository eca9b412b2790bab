"""`analyse --before`: an earlier round, as a file of answers or as a release, held against this one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from kulturspejl.cli.analysis import Analysis, alone, answers_of, by_unit, release_of
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.release_file import read_release
from kulturspejl.cli.responses_file import Responses
from kulturspejl.cli.same_units import same_units
from kulturspejl.cli.units_file import Unit, read_units
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.since import Side, Since, compare
from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.instruments.allocation.exchange import p_of_exchange
from kulturspejl.core.tables.plain_numbers import Numbers

MOST_TESTED = 100
"""A test by exchanging people takes a second a unit: of more units it is made for the one alone that is asked for."""


@dataclass(frozen=True)
class Earlier:
    """The earlier round beside `now`. `answers` is None where it came as a release."""

    name: str
    released: Released
    left_out: Sequence[LeftOut]
    answers: Responses | None
    now: Analysis

    @cached_property
    def same(self) -> Mapping[str, str]:
        """Units of this round that both know."""
        return same_units(self.released, self.now.released)

    def since(self, unit: str) -> Since | None:
        """What is said of the unit; None where there is nothing to hold it against."""
        earlier = self.same.get(unit)
        if earlier is None:
            return None
        after = self.now.released
        theirs = frozenset(self.same.get(one, f"new {one}") for one in _below(after, unit))
        return compare(
            Side(self.released, self.released.units[earlier], frozenset(_below(self.released, earlier))),
            Side(after, after.units[unit], theirs),
        )

    def p_permutation(self, unit: str, only: str | None) -> Mapping[str, float] | None:
        """By letter, from the answers themselves: None under disclosure control, where a round came as a release, in
        files of very many units, and on a scale."""
        released = self.now.released
        if released.kind != ALLOCATION:
            return None
        is_many = only is None and len(self.same) > MOST_TESTED
        if released.policy_version != "off" or self.answers is None or is_many or self.answers.total != released.total:
            return None
        before = _rows(self.answers, self.released, self.same[unit])
        after = _rows(self.now.answers, released, unit)
        return p_of_exchange(before, self.answers.form, after, self.now.answers.form, total=released.total)


def read_earlier(
    path: Path, units: Path | None, later: Path | None, now: Analysis, *, k: int | None, encoding: str | None
) -> Earlier:
    """The round of `path`: a release where it ends in .json, else answers. Raises BadFile.

    `units` tells its tree and how many were invited then; without it the tree is today's (`later`), and nobody knows
    how many were invited.
    """
    if path.suffix.lower() == ".json":
        if units is not None:
            raise BadFile(
                f"{path.name} er en udgivelse og har sine egne enheder. Udelad --before-units.",
                f"{path.name} is a release and has units of its own. Leave out --before-units.",
            )
        return Earlier(path.name, _of_the_same(path, now), [], None, now)
    total = now.released.total if not now.is_total_found else None
    answers = answers_of(path, now.instrument, total, k=k, encoding=encoding)
    found, aside = read_units(units, encoding) if units else (_of_today(later, answers, encoding), [])
    _must_be_known(path, answers, found)
    released = release_of(answers, found, now.instrument, k=k, told_in=units or path)
    return Earlier(path.name, released, [*answers.left_out, *aside], answers, now)


def _of_the_same(path: Path, now: Analysis) -> Released:
    """A release of another questionnaire has nothing that this one can be held against."""
    found = read_release(path)
    if found.content.id != now.released.content.id:
        raise BadFile(
            f"{path.name} er svar på {found.content.id}, ikke på {now.released.content.id}.",
            f"{path.name} is answers to {found.content.id}, not to {now.released.content.id}.",
        )
    return found


def _of_today(later: Path | None, answers: Responses, encoding: str | None) -> list[Unit]:
    """Today's tree; units that are no more stand alone."""
    if later is None:
        return alone(answers)
    today, _aside = read_units(later, encoding)
    known = {unit.unit for unit in today}
    gone = [unit for unit in alone(answers) if unit.unit not in known]
    return [*(Unit(unit.unit, unit.name, unit.parent, None) for unit in today), *gone]


def _must_be_known(path: Path, answers: Responses, units: Sequence[Unit]) -> None:
    unknown = {unit.unit for unit in alone(answers)} - {unit.unit for unit in units}
    if unknown:
        some = ", ".join(sorted(unknown)[:5]) + (" …" if len(unknown) > 5 else "")
        raise BadFile(
            f"{path.name}: enheder, som --before-units ikke har: {some}.",
            f"{path.name}: units that --before-units does not have: {some}.",
        )


def _below(released: Released, unit: str) -> list[str]:
    """The unit and all below it; parents stand first."""
    inside = {unit}
    for one, picture in released.units.items():
        if picture.parent in inside:
            inside.add(one)
    return list(inside)


def _rows(answers: Responses, released: Released, unit: str) -> Numbers:
    """The answers of the unit and of all below it."""
    rows = by_unit(answers)
    return np.concatenate([rows[one] for one in _below(released, unit) if one in rows])
