"""Going to a stop of the half-year, and back to the present: the store, the keys and the clock, for everybody."""

import shutil
import threading
from pathlib import Path

from django.utils import timezone

from kulturspejl.actions import whole_store
from kulturspejl.faces.shared import played
from kulturspejl.faces.steward.demo import film
from kulturspejl.faces.steward.demo.film import Stop

_one_at_a_time = threading.Lock()


def present() -> Path:
    """Where the present lies while another stop is shown."""
    return played.folder() / "present"


def go(stop: Stop, *, anew: bool = False) -> None:
    """Show this stop from its own day and hour. Nothing where it is shown already, unless it shall begin anew.

    The present is kept the first time, with all that has been tried in it. What was tried at a stop is gone when
    another is opened.
    """
    with _one_at_a_time:
        before = played.shown()
        if before is not None and before.id == stop.id and not anew:
            return
        if before is None:
            whole_store.keep_whole(present())
        seconds = (stop.day - timezone.now()).total_seconds()
        # Said first: where the machine stops in the middle, the next start finds it and puts the present back.
        played.keep(played.Shown(stop.id, stop.title, stop.moment, seconds))
        whole_store.put_in_place(film.folder_of(stop.id))
        played.move_clock(seconds)


def back() -> None:
    """The present again, as it was left. Nothing where it is shown."""
    with _one_at_a_time:
        if played.shown() is None:
            return
        whole_store.put_in_place(present())
        played.forget()
        shutil.rmtree(present(), ignore_errors=True)


def back_at_start() -> None:
    """The same before a server begins: a demo that was ended at some stop begins in the present."""
    if played.shown() is None:
        return
    whole_store.put_in_place_at_rest(present())
    played.forget()
    shutil.rmtree(present(), ignore_errors=True)
