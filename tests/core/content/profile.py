"""A small instrument as parsed TOML, made by hand: every text says which key it stands under."""

from typing import Any

from kulturspejl.core.content.places import PLACES

LETTERS = ("A", "B", "C", "D")
Tables = dict[str, dict[str, Any]]


def both(name: str) -> dict[str, str]:
    return {"da": f"{name} på dansk", "en": f"{name} in English"}


def several(name: str) -> dict[str, list[str]]:
    return {"da": [f"{name} et", f"{name} to"], "en": [f"{name} one", f"{name} two"]}


def tables() -> Tables:
    """A fresh copy, free to break."""
    head: dict[str, Any] = {"id": "small", "kind": "allocation", "version": "3", "seconds_a_block": 40}
    for name in ("name", "credit", "instruction_preferred", "no_right_answer"):
        head[name] = both(name)
    head["instruction_now"] = {"da": "Giv {points} point.", "en": "Give {points} points."}
    head["instruction_drawn"] = {"da": "Tegn {sum}.", "en": "Draw {sum}."}
    return {
        "small/instrument.toml": {
            "instrument": head,
            "axis": [{"id": "upright", "low": both("low"), "high": both("high")}],
            "tension": [{"letters": "AC", "text": both("tension")}],
            "dimension": [_dimension(number) for number in range(1, 7)],
        },
        "small/cultures.toml": {"culture": [_culture(letter) for letter in LETTERS]},
        "small/regressed.toml": {"regressed": [_regressed(letter) for letter in LETTERS]},
        "small/reading.toml": {
            "reading": {
                "culture": {letter: both(letter) for letter in LETTERS},
                **{name: _template(name) for name in PLACES},
            },
            "conversation": {
                "step": [{"minutes": 20, "text": both("step")}, {"minutes": 25, "text": both("next")}]
            },
        },
    }


def _dimension(number: int) -> dict[str, Any]:
    texts = {name: both(f"{name}{number}") for name in ("label", "stem", *LETTERS)}
    return {"number": number, "id": f"dimension_{number}", **texts}


def _culture(letter: str) -> dict[str, Any]:
    texts = {name: both(f"{name} {letter}") for name in ("name", "text", "gift", "watch")}
    lists = {name: several(name) for name in ("keywords", "leadership")}
    return {"letter": letter, "id": f"culture_{letter.lower()}", **texts, **lists}


def _regressed(letter: str) -> dict[str, Any]:
    lists = {name: several(name) for name in ("signs", "no_room_for")}
    return {"letter": letter, "id": f"form_{letter.lower()}", "name": both(letter), **lists}


def _template(name: str) -> dict[str, str]:
    places = " ".join(f"{{{place}}}" for place in PLACES[name])
    return {"da": f"{name}: {places}", "en": f"{name}: {places}"}
