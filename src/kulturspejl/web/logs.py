"""What the program says on its standard error: no code, no address, no value; and few lines where one tells it all."""

import logging
import os
import smtplib
import socket
import threading
import time

from kulturspejl.web import faults

WITH_TIME = "%(asctime)s %(levelname)s %(name)s: %(message)s"
WITHOUT_TIME = "%(levelname)s %(name)s: %(message)s"


def line_format() -> str:
    """Time, level and source; without the time where the journal writes its own before each line."""
    return WITHOUT_TIME if os.environ.get("JOURNAL_STREAM") else WITH_TIME


class WithoutCodes(logging.Filter):
    """Cuts codes and addresses out of a message, and values out of the fault that comes with it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, without them."""
        words = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(faults.in_short(word) for word in words) or record.args
        record.msg = faults.plain(record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = faults.told(record.exc_info[1])
        return True


class OncePerTrouble(logging.Filter):
    """While a database or a mail server is away each request and each job meets it: one line of it in ten seconds.

    Its traceback says no more than its kind. It comes before `WithoutCodes`, which takes the fault out of the record.
    """

    EVERY = 10.0

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._last: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is said; the next one that is says how many were not."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not is_away(error):
            return True
        kind, moment = (record.name, type(error).__name__), time.monotonic()
        with self._lock:
            said, silent = self._last.get(kind, (float("-inf"), 0))
            if moment - said < self.EVERY:
                self._last[kind] = (said, silent + 1)
                return False
            self._last[kind] = (moment, 0)
        more = f" ({silent} more of these were left out)" if silent else ""
        record.msg = f"{record.getMessage()} {faults.in_short(error)}{more}"
        record.args, record.exc_info, record.exc_text = (), None, None
        return True


def is_away(error: BaseException) -> bool:
    """Whether something that is reached over a net is not there: nothing in the program is at fault."""
    from django.db import InterfaceError, OperationalError
    from django.db import connection as store

    if isinstance(error, OperationalError | InterfaceError):
        # The embedded store is a file: what is wrong with it is worth its traceback.
        return store.vendor == "postgresql"
    return isinstance(error, ConnectionError | TimeoutError | socket.gaierror | smtplib.SMTPException)
