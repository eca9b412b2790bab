"""A release as the JSON of `analyse --json`. Undefined is null; a hidden unit carries its reason and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kulturspejl.cli.earlier import Earlier
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.since_json import since_as_json
from kulturspejl.core.disclosure.codec import to_plain
from kulturspejl.core.disclosure.released import Released, RollUp, UnitPicture
from kulturspejl.core.instruments import ALLOCATION, PAIRS, SCALE
from kulturspejl.core.instruments.allocation.numbers import NO_AGREEMENT, NO_COMPOSITION, NO_TEST, Numbers
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers

Json = dict[str, Any]


def as_json(
    released: Released, left_out: Sequence[LeftOut], only: str | None = None, earlier: Earlier | None = None
) -> Json:
    """The whole result, or with `only` one unit's part of it; with an `earlier` round also what has changed since."""
    shown = [picture for picture in released.units.values() if only in (None, picture.unit)]
    rollup = {unit: _rollup(node) for unit, node in released.rollup.items() if only in (None, unit)}
    return {
        "total": released.total,
        "units": {picture.unit: _unit(picture, released.kind) for picture in shown},
        "between": to_plain(_between(released)) if only is None else {},
        "rollup": rollup,
        "recipe": _recipe(released),
        "left_out": [one.as_json() for one in left_out],
        **(since_as_json(earlier, [picture.unit for picture in shown], only) if earlier else {}),
    }


def _recipe(released: Released) -> Json:
    return {
        "content": to_plain(released.content),
        "policy": released.policy_version,
        "k": released.k if released.policy_version != "off" else None,
        "preferred": released.preferred_form,
        **released.recipe,
    }


def _between(released: Released) -> Json:
    return {
        period: {"groups": between.groups, **between.scores, "profile": between.profile}
        for period, between in released.between.items()
    }


def _rollup(node: RollUp) -> Json:
    return {
        "groups": node.groups,
        "profile": {
            "now": to_plain(node.now),
            "preferred": to_plain(node.preferred),
            "gap": to_plain(node.gap),
        },
    }


def _unit(picture: UnitPicture, kind: str) -> Json:
    if picture.hidden is not None:
        return {"hidden": picture.hidden}
    return {
        "name": picture.name,
        "parent": picture.parent,
        "n": picture.n,
        "invited": picture.invited,
        **_OF[kind](picture.numbers),
        "remainder": to_plain(picture.remainder),
        "reading": _reading(picture.reading),
        "question": to_plain(picture.reading.question) if picture.reading else None,
    }


def _steps(numbers: ScaleNumbers | None) -> Json:
    """The score and the means of the statements, in steps."""
    if numbers is None:
        return dict.fromkeys(("score", "items", "agreement"))
    score = {"now": numbers.now, "preferred": numbers.preferred, "gap": numbers.gap}
    return {"score": to_plain(score), "items": to_plain(numbers.items), "agreement": numbers.word}


def _places(numbers: PairsNumbers | None) -> Json:
    """The mean place on each line."""
    return {"lines": to_plain(numbers and numbers.now), "agreement": numbers.word if numbers else None}


def _points(numbers: Numbers | None) -> Json:
    return _numbers(numbers) if numbers else _no_numbers()


_OF: Mapping[str, Callable[[Any], Json]] = {ALLOCATION: _points, SCALE: _steps, PAIRS: _places}


def _no_numbers() -> Json:
    return dict.fromkeys(("profile", "type", "agreement", "composition", "tests", "sums", "dimensions"))


def _numbers(numbers: Numbers) -> Json:
    return {
        "profile": to_plain({"now": numbers.now, "preferred": numbers.preferred, "gap": numbers.gap}),
        "type": to_plain(numbers.type),
        "agreement": {period: to_plain(numbers.agreement.get(period, NO_AGREEMENT)) for period in numbers.type},
        "composition": _composition(numbers),
        "tests": {
            "gap": to_plain(numbers.gap_tests or (numbers.gap and NO_TEST)),
            "smallest_visible_gap": numbers.smallest_visible_gap,
            "points_to_move": numbers.points_to_move,
            "answers_to_flip": to_plain(numbers.answers_to_flip),
        },
        "sums": to_plain(numbers.sums),
        "dimensions": to_plain(numbers.dimensions),
        "dimension_spread": to_plain(numbers.dimension_spread),
    }


def _composition(numbers: Numbers) -> Json:
    told = {period: to_plain(numbers.composition.get(period)) or NO_COMPOSITION for period in numbers.type}
    return {**told, "gap": {"aitchison_distance": numbers.aitchison_distance}}


def _reading(reading: Reading | None) -> Json:
    lines = reading.sentences if reading else ()
    return {"da": [line.da for line in lines], "en": [line.en for line in lines]}
