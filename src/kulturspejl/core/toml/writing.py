"""Data as the text of a TOML file, laid out as an author writes one: words by language, a table for each row."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_HIDDEN = re.compile(r"[\x00-\x1f\x7f]")


def toml_of(data: Mapping[str, Any]) -> str:
    """A file that holds `data`: tables of tables, lists of tables, words, whole numbers, true, false, lists of them.

    `tomllib.loads` gives the same data again. Raises TypeError for anything else.
    """
    return "\n".join(_table(data, "")).strip("\n") + "\n"


def _table(data: Mapping[str, Any], path: str) -> Iterator[str]:
    """What stands in a table itself, then the tables in it: after a heading nothing more belongs to the first."""
    later = {name: value for name, value in data.items() if _is_table(value) or _is_rows(value)}
    for name, value in data.items():
        if name not in later:
            yield from _pair(_key(name), value)
    for name, value in later.items():
        heading = f"{path}.{_key(name)}" if path else _key(name)
        rows = value if _is_rows(value) else [value]
        for row in rows:
            yield ""
            yield f"[[{heading}]]" if _is_rows(value) else f"[{heading}]"
            yield from _table(row, heading)


def _pair(key: str, value: Any) -> Iterator[str]:
    """`label.da = "…"`: words in languages stand one under the other."""
    if isinstance(value, Mapping) and value:
        for name, one in value.items():
            yield from _pair(f"{key}.{_key(name)}", one)
    else:
        yield f"{key} = {_value(value)}"


def _is_table(value: Any) -> bool:
    """A table that holds more than words: those stand under a name with a dot."""
    return isinstance(value, Mapping) and any(isinstance(one, Mapping) or _is_rows(one) for one in value.values())


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(map(_sign, value)) + '"'
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items()) + " }"
    raise TypeError(f"{type(value).__name__} has no place in such a file")


def _sign(sign: str) -> str:
    if sign in _ESCAPED:
        return _ESCAPED[sign]
    return f"\\u{ord(sign):04x}" if _HIDDEN.match(sign) else sign
