"""Work done in a process of its own, so that what it needed of memory is not kept by the server."""

import multiprocessing
import sys
from collections.abc import Callable

from kulturspejl.web import faults


def said(work: Callable[[], object]) -> None:
    """Do it in this copy; a fault is told as the log may have it, not as Python would."""
    try:
        work()
    except Exception as error:
        faults.say(error)
        sys.exit(1)


def run_apart(work: Callable[[], object]) -> None:
    """Do it in a forked copy of this process and wait; when it fails, this program ends as it did.

    The copy says itself what went wrong. No connection to the store may be open here: it would be shared.
    """
    copy = multiprocessing.get_context("fork").Process(target=said, args=(work,))
    copy.start()
    copy.join()
    if copy.exitcode:
        sys.exit(abs(copy.exitcode))
