"""Several server processes under one command, all on one port: the kernel deals out the connections.

Each holds its own pages and streams; PostgreSQL carries the bell between them. One that dies is started again.
"""

import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from types import FrameType

from kulturspejl.cli.apart import said
from kulturspejl.live import shared_memory

MOST = 32
SECONDS_BEFORE_AGAIN = 1.0
"""So that one that cannot begin does not begin a hundred times a second."""
PATIENCE = 15.0
PR_SET_PDEATHSIG = 1
ENDS = (signal.SIGTERM, signal.SIGINT)
log = logging.getLogger(__name__)


def refuse(count: int) -> None:
    """End with a sentence unless so many processes can share this instance's store."""
    from django.db import connection

    if not 1 <= count <= MOST:
        sys.exit(f"--processes {count}: write a number from 1 to {MOST}.")
    if count > 1 and connection.vendor != "postgresql":
        sys.exit(
            f"--processes {count} needs PostgreSQL: the embedded store has one process. "
            "Set DATABASE_URL=postgresql://user:password@host:port/name, or leave --processes out."
        )
    if count > 1 and not sys.platform.startswith("linux"):
        sys.exit(f"--processes {count} needs Linux. Run one process a port behind a proxy, or leave --processes out.")


def run(count: int, work: Callable[[], object]) -> int:
    """Keep `count` copies of this process at `work` until SIGTERM or SIGINT; 0 when all have ended well.

    No connection to the store may be open here: it would be shared.
    """
    log.debug("%d places are shared for what is counted.", shared_memory.PLACES)
    is_ending = False

    def end(_number: int, _frame: FrameType | None) -> None:
        nonlocal is_ending
        is_ending = True

    for number in ENDS:
        signal.signal(number, end)
    running = [_begin(work) for _ in range(count)]
    while not is_ending:
        time.sleep(0.2)
        dead = [one for one in running if not one.is_alive()]
        if dead:
            # Ctrl-C reaches all of us at once; perhaps ours is only a moment late.
            time.sleep(SECONDS_BEFORE_AGAIN)
        if dead and not is_ending:
            log.error("A server process has ended with %s and is started again.", dead[0].exitcode)
            running = [one for one in running if one not in dead] + [_begin(work) for _ in dead]
    return _end(running)


def _begin(work: Callable[[], object]) -> BaseProcess:
    made = multiprocessing.get_context("fork").Process(target=_work, args=(work, os.getpid()))
    # A copy that is told to end while it still has our way of ending would not end.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    try:
        made.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
    return made


def _work(work: Callable[[], object], parent: int) -> None:
    for number in ENDS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
    # When the parent is killed nobody would be left to stop the others.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() == parent:
        said(work)


def _end(running: list[BaseProcess]) -> int:
    for one in running:
        one.terminate()
    for one in running:
        one.join(PATIENCE)
        if one.is_alive():
            one.kill()
            one.join()
    # One that was told to end before it could listen to that ends by the signal.
    return int(any(one.exitcode not in (0, -signal.SIGTERM) for one in running))
