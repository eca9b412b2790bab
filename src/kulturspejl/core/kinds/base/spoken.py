"""A shape with all its words in one language, for whoever only draws it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kulturspejl.core.kinds.base.part import Shape
from kulturspejl.core.text import Text


def spoken(shape: Shape, say: Callable[[Text | None], str]) -> Any:
    """The same shape, where every text is a string: "" where there is none. It is drawn, and nothing else."""
    return _said(shape, say)


def _said(thing: Any, say: Callable[[Text | None], str]) -> Any:
    if thing is None or isinstance(thing, Text):
        return say(thing)
    if isinstance(thing, tuple):
        return tuple(_said(one, say) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: _said(getattr(thing, one.name), say) for one in fields(thing)})
    return thing
