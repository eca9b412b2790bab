"""One test that asks the same of many things, and names every one that fails.

A hundred cases of one rule cost a hundred times the runner's own work, and say no more. Cases that somebody would run
alone stay with `parametrize`.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Body = Callable[..., None]


def every(cases: Mapping[str, tuple[Any, ...]]) -> Callable[[Body], Callable[[], None]]:
    """The test is asked of each of the cases, by name; nothing to ask is a fault too."""

    def fold(body: Body) -> Callable[[], None]:
        @functools.wraps(body)
        def test() -> None:
            faults = [error for name, values in cases.items() if (error := _asked(body, name, values))]
            if faults:
                raise BaseExceptionGroup(f"{len(faults)} of {len(cases)}", faults)
            assert cases, "nothing was asked"

        del test.__wrapped__  # else the runner looks for fixtures of these names
        return test

    return fold


def _asked(body: Body, name: str, values: tuple[Any, ...]) -> BaseException | None:
    """What a case fails with, its name beside it."""
    try:
        body(*values)
    except (Exception, pytest.fail.Exception) as error:
        error.add_note(f"asked of {name}")
        return error
    return None
