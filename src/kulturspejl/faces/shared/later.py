"""Work beside the answer: one thread, a little later, so that no page's time tells what was done for it.

What may be lost by a kill alone belongs here: a code that somebody can ask for again, a refusal that was counted.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable

from django.db import close_old_connections, connection

log = logging.getLogger(__name__)
PAUSE = 0.25
"""Seconds until the work begins: by then the page is on its way, and does not share its processor with it."""
MOST = 1_000
"""So many wait at most; what comes on top is let go, and said in the log."""
_waiting: "queue.Queue[Callable[[], None]]" = queue.Queue(MOST)
_lock = threading.Lock()
_threads: list[threading.Thread] = []


def do(work: Callable[[], None]) -> None:
    """Have it done soon."""
    with _lock:
        if not _threads or not _threads[-1].is_alive():
            _threads[:] = [threading.Thread(target=_run, name="kulturspejl-beside", daemon=True)]
            _threads[0].start()
    try:
        _waiting.put_nowait(work)
    except queue.Full:
        log.warning("Too much waits to be done beside the pages; one piece was let go.")


def _run() -> None:
    while True:
        work = _waiting.get()
        time.sleep(PAUSE)
        close_old_connections()
        try:
            work()
        except Exception:
            # The next piece has nothing to do with this one.
            log.exception("Something beside a page failed.")
        finally:
            connection.close()
