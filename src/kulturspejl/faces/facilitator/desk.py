"""The desk: where we are, who is done, and the ways on. Each button is a form, so it works without JavaScript too."""

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kulturspejl.access.room_access import Runner
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import Command, WallMode
from kulturspejl.core.choreography import commands as do_
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.faces.facilitator.runner import for_a_runner
from kulturspejl.faces.facilitator.wall import up_there
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import rooms as readers


@require_safe
@for_a_runner
def desk(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """The page; its parts are exchanged when the bell rings. With "ask" it asks before the way on."""
    return _page(request, room_id, by, asks=request.GET.get("ask") == "1")


def _page(
    request: HttpRequest,
    room_id: uuid.UUID,
    by: Runner,
    typed: QueryDict | None = None,
    *,
    asks: bool = False,
    status: int = 200,
) -> HttpResponse:
    """`typed`: an agreement that lacks something, as it was written. `asks`: whether to show first, before going on."""
    view = readers.desk(by, room_id, language=language(), now=clock.now())
    # While the day is on, a desk that lies open is used: nobody is logged out in front of a class.
    request.is_at_work = view.station is not None and not view.is_over  # type: ignore[attr-defined]
    shown, _groups = up_there(view.station, view.shown, view.groups)
    context = {"desk": view, "modes": _modes(view.mode), "shown": shown, "typed": typed, "asks": asks}
    return render(request, "facilitator/desk.html", context, status=status)


@require_POST
@for_a_runner
def do(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """One press of a button; what cannot be done is said on the page, and nothing has happened."""
    if _asks_first(request, room_id, by):
        return redirect(f"{reverse('desk', args=[room_id])}?ask=1")
    try:
        _do(request, room_id, by)
    except (Conflict, Refused, Faulty) as error:
        readers.desk(by, room_id, language=language(), now=clock.now())
        messages.warning(request, say(error.text))
        if request.POST.get("verb") == "agree":
            return _page(request, room_id, by, request.POST, status=error.status)
    return _back_to(request, room_id, by)


def _asks_first(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> bool:
    """Whether the way on leads past a picture that nobody has shown: then the page asks, and nothing has happened.

    Who was asked while there were too few answers is asked again once there are enough.
    """
    sure = request.POST.get("sure")
    if request.POST.get("verb") != "next" or sure == "1":
        return False
    view = readers.desk(by, room_id, language=language(), now=clock.now())
    if view.ask is None or view.ask.moved > _number(request.POST, "seen"):
        return False
    return sure != "few" or view.ask.is_enough


def _back_to(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """The desk; the list of days where the room is gone, as practice is when it has been closed."""
    if request.POST.get("verb") == "delete":
        return redirect(f"{reverse('team')}?gone=1")
    if request.POST.get("verb") == "finish":
        try:
            readers.desk(by, room_id, language=language(), now=clock.now())
        except NotThere:
            messages.success(request, _("The practice is over, and everything in it has been thrown away."))
            return redirect("rooms")
    return redirect("desk", room_id)


@dataclass(frozen=True)
class Mode:
    """A button that says what the wall does."""

    value: str
    label: str
    keys: str
    key_shown: str
    is_on: bool


def _modes(on: str) -> list[Mode]:
    return [
        Mode("now", _("What we are doing"), "Escape", "Esc", on == "now"),
        Mode("blank", _("Blank"), "b .", "B", on == "blank"),
        Mode("slides", _("Own slides"), "s", "S", on == "slides"),
    ]


def _do(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> None:
    data, now, form = request.POST, clock.now(), sent_form(request)
    verb = data.get("verb", "")
    if verb in COMMANDS:
        # The others know a second press by themselves: by the version that was seen, or because it is so already.
        counts = form if verb in EACH_COUNTS else None
        rooms.run(by=by, room_id=room_id, command=_command(verb, data), form=counts, now=now)
    elif verb == "show_all":
        rooms.show_all(by=by, room_id=room_id, seen=_number(data, "seen"), now=now)
    elif verb == "divide":
        rooms.divide(by=by, room_id=room_id, rng=random.SystemRandom(), form=form, now=now)
    elif verb == "count":
        rooms.count_to(by=by, room_id=room_id, form=form, now=now)
    elif verb == "seat":
        rooms.groups_from_count(by=by, room_id=room_id, form=form, now=now)
    elif verb == "paper":
        rooms.add_on_paper(
            by=by, room_id=room_id, name=data.get("name", ""), workplace=data.get("workplace", ""), form=form, now=now
        )
    elif verb == "remove":
        rooms.remove(by=by, room_id=room_id, participant=id_of(data.get("person", ""), NO_SUCH), form=form, now=now)
    elif verb == "remove_since":
        count = rooms.remove_since(by=by, room_id=room_id, since=_moment(data, "since"), form=form, now=now)
        messages.success(request, ngettext("%(n)d is off the list.", "%(n)d are off the list.", count) % {"n": count})
    elif verb in ("lock", "unlock"):
        rooms.lock_door(by=by, room_id=room_id, is_locked=verb == "lock", now=now)
    elif verb == "agree":
        rooms.agree(
            by=by, room_id=room_id, action=data.get("what", ""), owner=data.get("owner", ""), day=_day(data), now=now
        )
    elif verb == "offer":
        rooms.offer(by=by, room_id=room_id, now=now)
    elif verb == "offer_back":
        rooms.take_back_offer(by=by, room_id=room_id, now=now)
    elif verb == "delete":
        rooms.delete_now(by=by, room_id=room_id, form=form, now=now)
    elif verb == "finish":
        rooms.finish(by=by, room_id=room_id, seen=_number(data, "seen"), form=form, now=now)
    else:
        raise NotThere(NO_SUCH)


EACH_COUNTS = frozenset({"more", "push", "replan"})
COMMANDS: Mapping[str, Callable[[QueryDict], Command]] = {
    "next": lambda data: do_.Next(_number(data, "seen")),
    "back": lambda data: do_.Back(_number(data, "seen")),
    "again": lambda data: do_.Again(_number(data, "seen")),
    "goto": lambda data: do_.GoTo(_number(data, "at"), _number(data, "seen")),
    "more": lambda data: do_.More(_number(data, "minutes")),
    "pause": lambda _data: do_.Pause(),
    "resume": lambda _data: do_.Resume(),
    "wall": lambda data: do_.SetWall(WallMode(data.get("mode", ""))),
    "put_up": lambda data: do_.PutUp(data.get("model", "")[:80]),
    "turn": lambda data: do_.Turn(data.get("to", "")[:120], _number(data, "seen")),
    "show": lambda data: do_.Show(data.get("part", "")),
    "hide": lambda data: do_.Hide(data.get("part", "")),
    "move": lambda data: do_.Move(
        Gathering(data.get("gathering", "")), str(id_of(data.get("person", ""), NO_SUCH)), _number(data, "to") - 1
    ),
    "group_pause": lambda data: do_.GroupPause(_number(data, "group") - 1),
    "group_resume": lambda data: do_.GroupResume(_number(data, "group") - 1),
    "push": lambda data: do_.Push(_number(data, "group") - 1 if data.get("group") else None),
    "replan": lambda data: do_.Replan(_number(data, "late"), keeps_breaks=data.get("keeps_breaks") == "1"),
}


def _command(verb: str, data: QueryDict) -> Command:
    try:
        return COMMANDS[verb](data)
    except ValueError as error:
        raise NotThere(NO_SUCH) from error


def _number(data: QueryDict, name: str) -> int:
    """A small whole number from the page's own hidden field. Raises NotThere where it is none."""
    raw = data.get(name, "")
    if not raw.lstrip("-").isascii() or not raw.lstrip("-").isdigit() or len(raw) > 9:
        raise NotThere(NO_SUCH)
    return int(raw)


def _day(data: QueryDict) -> date | None:
    try:
        return date.fromisoformat(data.get("day", ""))
    except ValueError:
        return None


def _moment(data: QueryDict, name: str) -> datetime:
    try:
        found = datetime.fromisoformat(data.get(name, ""))
    except ValueError as error:
        raise NotThere(NO_SUCH) from error
    if found.tzinfo is None:
        raise NotThere(NO_SUCH)
    return found
