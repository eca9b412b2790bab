"""A fault as the log may have it: where it happened and of what kind, and no value that was on its way to the store.

A database says which address was there twice and repeats the whole statement; a mail server repeats the address.
"""

import re
import sqlite3
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType

ADDRESS = re.compile(r"[^\s<>(){}\[\]\"',;:=]+@[^\s<>(){}\[\]\"',;:=]+")
CODE_IN_PATH = re.compile(
    r"/(r|room|without-a-name|demo|calendar|course|sign-up|line|reminder|plan|letters|team|take-over"
    r"|account/link|account/password/reset|account/confirm-email)/[^/\s?]+"
)
# What SQLite says with names of our tables and columns alone.
NAMES_ALONE = re.compile(
    r"(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(: [\w., ]+)?|no such (table|column): [\w.]+"
    r"|table \w+ has no column named \w+|database( schema)? is locked|database table is locked(: \w+)?"
    r"|database or disk is full|disk I/O error|attempt to write a readonly database|unable to open database file"
    r"|database disk image is malformed|file is not a database|cannot .*VACUUM.*"
)

LEFT_OUT = "its words are left out: they may hold values"


def told(error: BaseException) -> str:
    """The traceback of a fault and of those that led to it, without values."""
    whole = traceback.TracebackException.from_exception(error)
    for part, cause in _chain(whole, error):
        if _is_of_a_store(cause):
            # `_str` is what a TracebackException shows of the exception itself.
            vars(part).update(_str=_of_a_store(cause), __notes__=None)
    return plain("".join(whole.format()).rstrip("\n"))


def in_short(word: object) -> object:
    """A word of a message; a store's fault by its kind, and what went wrong without values."""
    if not isinstance(word, BaseException) or not _is_of_a_store(word):
        return word
    return f"{type(word).__name__}: {_of_a_store(word)}"


def plain(text: str) -> str:
    """A text without mail addresses and without the codes of links."""
    return ADDRESS.sub("…@…", CODE_IN_PATH.sub(r"/\1/…", text))


def say(error: BaseException) -> None:
    """Write it to the standard error."""
    sys.stderr.write(f"{told(error)}\n")
    sys.stderr.flush()


def catch_the_rest() -> None:
    """Faults that nobody catches, of this process and its threads, are told in this way too."""
    sys.excepthook = _of_the_process
    threading.excepthook = _of_a_thread


def _of_the_process(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        say(error)


def _of_a_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_value is not None and not isinstance(fault.exc_value, SystemExit):
        say(fault.exc_value)


def _chain(
    part: traceback.TracebackException, error: BaseException
) -> Iterator[tuple[traceback.TracebackException, BaseException]]:
    """Each exception with the words that are shown of it: causes, contexts and the members of groups."""
    yield part, error
    for inner, cause in ((part.__cause__, error.__cause__), (part.__context__, error.__context__)):
        if inner is not None and cause is not None:
            yield from _chain(inner, cause)
    if isinstance(error, BaseExceptionGroup):
        for inner, member in zip(part.exceptions or (), error.exceptions, strict=False):
            yield from _chain(inner, member)


def _is_of_a_store(error: BaseException) -> bool:
    from django.db import Error

    return isinstance(error, Error | sqlite3.Error) or type(error).__module__.split(".")[0] in {"psycopg", "psycopg2"}


def _of_a_store(error: BaseException) -> str:
    """What went wrong, in names of tables, columns and rules alone."""
    said = str(error).strip()
    source = error if hasattr(error, "diag") else error.__cause__
    state, diag = getattr(source, "sqlstate", None), getattr(source, "diag", None)
    if NAMES_ALONE.fullmatch(said):
        return said
    if state is None:
        # Nothing was sent yet: the library itself says why the database could not be reached.
        return said if "connection" in said and "Key (" not in said else f"({LEFT_OUT})"
    names = [getattr(diag, name, None) for name in ("table_name", "column_name", "constraint_name")]
    where = " ".join(name for name in names if name)
    return f"(SQLSTATE {state}{where and f', at {where}'}; {LEFT_OUT})"
