"""Frozen dataclasses to plain JSON values and back, exactly."""

import math
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kulturspejl.core.text import REQUIRED, Text

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Any:
    """JSON-ready copy of `value` (dataclasses, mappings with str keys, tuples, scalars).

    Raises ValueError on a number that JSON cannot carry (nan, inf) and TypeError on any other type.
    """
    if isinstance(value, float):
        return _finite(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Text):
        return dict(value.words)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no plain form")


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("nan and infinity are written as null: leave the number out")
    return value


def from_plain(kind: Any, data: Any) -> Any:
    """Inverse of `to_plain` for the annotated type `kind`. Raises ValueError where `data` does not fit.

    What has a default may be missing: it came later than the data.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _from_union(get_args(kind), data)
    if kind is Text:
        return _text(data)
    if is_dataclass(kind) and isinstance(kind, type):
        return _from_fields(kind, data)
    if origin is tuple:
        return _from_list(get_args(kind), data)
    if origin is not None and issubclass(origin, Mapping):
        return {key: from_plain(get_args(kind)[1], item) for key, item in _must_be(dict, data).items()}
    return _scalar(kind, data)


def _from_union(options: tuple[Any, ...], data: Any) -> Any:
    if data is None and NoneType in options:
        return None
    (kind,) = [option for option in options if option is not NoneType]
    return from_plain(kind, data)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _from_fields(kind: type, data: Any) -> Any:
    hints, given = _hints(kind), _must_be(dict, data)
    names = {field.name for field in fields(kind)}
    if unknown := sorted(set(given) - names):
        raise ValueError(f"{kind.__name__}: unknown {', '.join(unknown)}")
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if missing := sorted(needed - set(given)):
        raise ValueError(f"{kind.__name__}: missing {', '.join(missing)}")
    return kind(**{name: from_plain(hints[name], item) for name, item in given.items()})


def _text(data: Any) -> Text:
    words = {str(language): _must_be(str, said) for language, said in _must_be(dict, data).items()}
    if missing := sorted(set(REQUIRED) - set(words)):
        raise ValueError(f"Text: missing {', '.join(missing)}")
    return Text(**words)


def _from_list(items: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    given = _must_be(list, data)
    if len(items) == 2 and items[1] is Ellipsis:
        return tuple(from_plain(items[0], item) for item in given)
    if len(items) != len(given):
        raise ValueError(f"expected {len(items)} values, got {len(given)}")
    return tuple(from_plain(kind, item) for kind, item in zip(items, given, strict=True))


def _scalar(kind: Any, data: Any) -> Any:
    if kind is Any:
        return data  # Who knows its class reads it.
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    return _must_be(kind, data)


def _must_be(kind: Any, data: Any) -> Any:
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise ValueError(f"expected {kind.__name__}, got {type(data).__name__}")
    return data
