"""What the program says on its standard error never holds a code, nor what stands in a row.

A code beside a time would tell who answered when. And a store that refuses a row says so with the row's values, in the
error's own text: an address, a name, words of somebody's. So of its errors the log has the kind and the place alone.
"""

import logging
import re
import sqlite3
import traceback

import django.db
import psycopg

CODE_IN_PATH = re.compile(r"/(r|room|without-a-name|demo)/[^/\s?]+")
STORES = (django.db.Error, psycopg.Error, sqlite3.Error)


class WithoutCodes(logging.Filter):
    """Cuts codes out of addresses in a message, and values out of the store's errors."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, without the code."""
        words = record.args if isinstance(record.args, tuple) else ()
        if any(isinstance(word, STORES) for word in words):
            record.args = tuple(_kind(word) if isinstance(word, STORES) else word for word in words)
        record.msg = CODE_IN_PATH.sub(r"/\1/…", record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            # Handlers write this text where there is one, instead of making it from the error.
            record.exc_text = CODE_IN_PATH.sub(r"/\1/…", told(record.exc_info[1]))
        return True


def told(error: BaseException) -> str:
    """The traceback as Python writes it, the store's errors by their kind alone."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    joined = "The above exception was the direct cause" if error.__cause__ else "During the handling of the above"
    head = f"{told(before)}\n\n{joined} of the following exception:\n\n" if before else ""
    lines = traceback.format_tb(error.__traceback__)
    return f"{head}Traceback (most recent call last):\n{''.join(lines)}{_last_line(error)}"


def _last_line(error: BaseException) -> str:
    if isinstance(error, STORES):
        return _kind(error)
    return "".join(traceback.format_exception_only(error)).rstrip("\n")


def _kind(error: object) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__} (its text is left out: it may hold what is in a row)"
