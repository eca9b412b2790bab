"""A class, new, changed or made like another: its whole sequence, the question, the homework, the words."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import rooms
from kulturspejl.core.choreography.changeover import BACK, FIND
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.content.as_written import AT_HOME
from kulturspejl.core.content.own_words import faces_of, plain
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.errors import Conflict, Faulty
from kulturspejl.core.text import Text, known
from kulturspejl.core.writing.order import danish_key
from kulturspejl.faces.facilitator.day_form.fields import ItemField, items_of
from kulturspejl.faces.facilitator.day_form.made import made, number_of
from kulturspejl.faces.facilitator.day_form.moved import moved
from kulturspejl.faces.facilitator.day_form.typed import TypedDay, from_post, from_programme
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.rooms.preparing import Prepare

NO_DAY = Text(da="Vælg en dag.", en="Choose a day.")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def prepare(request: SignedIn, programme: str) -> HttpResponse:
    """The form; a fault is said at its field, and everything that was typed stays."""
    return _new(request, readers.prepare(request.user, programme, language=language(), now=clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def again(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """A new class like one that was held: its sequence and its words, on a day of its own."""
    return _new(request, readers.again(request.user, room_id, language=language(), now=clock.now()))


def _new(request: SignedIn, view: Prepare) -> HttpResponse:
    data, day = request.POST, _day(request.POST, "day")
    if request.method != "POST" or "do" in data:
        return _page(request, view, {})
    try:
        if day is None:
            raise Faulty(NO_DAY, {"day": NO_DAY})
        is_practice = data.get("practice") == "1"
        room_id = rooms.create_class(
            by=request.user, plan=_plan(view, data), name=_name(view, data), day=clock.today() if is_practice else day,
            check_in=_check_in(data), homework=_homework(view, data), language=language(), is_practice=is_practice,
            next_day=None if is_practice else _next_day(data), texts=_texts(view, data),
            like=view.like.room_id if view.like else None, form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _page(request, view, faulty.fields, status=422)
    return redirect("desk", room_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def change(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """The same form for a planned day; what has begun is shown, and left as it is."""
    view = readers.change(request.user, room_id, language=language(), now=clock.now())
    if request.method != "POST" or view.planned is None or "do" in request.POST:
        return _page(request, view, {})
    data, planned = request.POST, view.planned
    day = planned.day if planned.has_begun else _day(data, "day")
    try:
        if day is None:
            raise Faulty(NO_DAY, {"day": NO_DAY})
        rooms.change_class(
            by=request.user, room_id=room_id, name=data.get("name", ""), day=day, plan=_plan(view, data),
            check_in=_check_in(data), homework=_homework(view, data), language=language(), next_day=_next_day(data),
            texts=_texts(view, data), seen=number_of(data.get("plan", "")), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
        if data.get("practice") == "1":
            form = sent_form(request, "practise")
            practice = rooms.practise(by=request.user, room_id=room_id, form=form, now=clock.now())
            return redirect("desk", practice)
    except Faulty as faulty:
        return _page(request, view, faulty.fields, status=422)
    except Conflict as conflict:
        return _page(request, view, {"agenda": conflict.text}, status=409)
    messages.success(request, _("Saved. Phones and wall follow by themselves."))
    return redirect("desk", room_id)


@require_POST
@needs_login
def practise(request: SignedIn) -> HttpResponse:
    """A room with robots in it: of a planned day ("room"), or of a programme as it is written ("programme")."""
    data, now, form = request.POST, clock.now(), sent_form(request)
    if "programme" in data:
        made = rooms.practise_programme(
            by=request.user, programme=data["programme"][:60], language=language(), form=form, now=now
        )
    else:
        made = rooms.practise(by=request.user, room_id=id_of(data.get("room", ""), NO_SUCH), form=form, now=now)
    return redirect("desk", made)


def _name(view: Prepare, data: QueryDict) -> str:
    """Practice needs no name of its own."""
    typed = data.get("name", "").strip()
    return view.plan.name.into(view.language) if not typed and data.get("practice") == "1" else typed


def _page(request: HttpRequest, view: Prepare, faults: Mapping[str, Text], status: int = 200) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    day, eye = _typed(view, data), ""
    if data is not None and "do" in data:
        do, begins = data["do"], data.get("begins", "")
        where = do.partition(":")[2]
        day, eye = moved(day, do, data.get(f"what.{where}", ""), begins, view.exercises)
    said = {name: say(text) for name, text in faults.items()}
    items = items_of(day, view, data, said)
    check_ins = [text.into(view.language) for text in view.plan.check_ins]
    context = {
        "view": view, "name": view.plan.name.into(view.language), "items": items, "faults": said,
        "eye": eye, "eye_item": eye.partition(".")[0],
        "told": list(said.items()), "day": day, "left_out": _left_out(view, day),
        "typed": _first(view, check_ins) if data is None else data,
        "check_ins": check_ins, "fixed": _fixed(view), "find": {one.value: many for one, many in FIND.items()},
        "back": BACK, "exercises": _choice(view, own=False), "own": _choice(view, own=True),
        "total": _total(items), "plan_seen": _plan_seen(view, data, status),
    }  # fmt: skip
    return render(request, "facilitator/prepare.html", context, status=status)


def _choice(view: Prepare, *, own: bool) -> list[tuple[str, str]]:
    """(name, id) of the facilitator's own exercises, or of the others."""
    found = ((one.name.into(view.language), id) for id, one in view.exercises.items() if (id in view.own) == own)
    return sorted(found, key=lambda one: danish_key(one[0]))


def _plan_seen(view: Prepare, data: QueryDict | None, status: int) -> str:
    """Which plan is being changed: the one that was seen first, until somebody has been told of another."""
    newest = str(view.planned.plan) if view.planned else ""
    return newest if data is None or status == Conflict.status else data.get("plan", newest)


def _total(items: Iterable[ItemField]) -> tuple[int, int]:
    """(minutes that are used, minutes that there are) outside the breaks."""
    found = [one for one in items if not one.is_break]
    return sum(one.used for one in found), sum(one.minutes for one in found)


def _typed(view: Prepare, data: QueryDict | None) -> TypedDay:
    """The items that can be changed, as they are typed or as they stand."""
    begun = {item.id for item in view.plan.items[: view.fixed]}
    day = from_programme(view.plan, view.exercises, view.language) if data is None else from_post(data, view.exercises)
    return replace(day, items=tuple(one for one in day.items if one.id not in begun))


def _fixed(view: Prepare) -> tuple[ItemField, ...]:
    """The items that have begun."""
    day = from_programme(view.plan, view.exercises, view.language)
    return items_of(replace(day, items=day.items[: view.fixed]), view, None, {})


def _plan(view: Prepare, data: QueryDict) -> Programme:
    """The day as it was typed. Raises Faulty."""
    return made(_typed(view, data), view.plan, view.fixed, view.exercises, view.language)


def _first(view: Prepare, check_ins: list[str]) -> dict[str, str]:
    """What stands in the form before anybody has typed."""
    stood = view.planned or view.like
    homework = stood.homework if stood else view.plan.homework.into(view.language)
    typed = {"day": clock.today().isoformat(), "homework": _without_left_out(homework), "tell_home": "1"}
    typed["check_in"] = next(iter(check_ins), "")
    if stood is None:
        return typed
    typed["check_in"], typed["own_check_in"] = (
        (stood.check_in, "") if stood.check_in in check_ins else ("", stood.check_in)
    )
    if view.planned is None:
        return typed
    typed |= {"name": stood.name, "day": stood.day.isoformat()}
    typed["next_day"] = stood.next_day.isoformat() if stood.next_day else ""
    left = _left_out(view, from_programme(view.plan, view.exercises, view.language))
    typed["tell_home"] = "1" if typed["homework"] != stood.homework or not left else ""
    return typed


def _without_left_out(homework: str) -> str:
    """The page adds the line about what was left out by itself, each time it is saved; in any language it is ours."""
    begins = tuple(AT_HOME.into(language) for language in known())
    return "\n".join(line for line in homework.splitlines() if not line.startswith(begins)).strip()


def _left_out(view: Prepare, day: TypedDay) -> list[str]:
    """The exercises that are offered and not held anywhere."""
    begun = {one.exercise for item in view.plan.items[: view.fixed] for one in item.held}
    held = {one.exercise for item in day.items for one in item.stations if one.is_ticked} | begun
    offered = dict.fromkeys(one.exercise for item in day.items for one in item.stations if not one.is_ticked)
    waiting = [one for one in offered if one in view.exercises and one not in held]
    return [view.exercises[one].name.into(view.language) for one in waiting]


def _texts(view: Prepare, data: QueryDict) -> dict[tuple[str, str, str], str]:
    """What was typed into the steps. The same exercise in two places says the same: the first change counts."""
    found: dict[tuple[str, str, str], str] = {}
    for exercise in view.exercises.values():
        for step in exercise.steps:
            for face, text in faces_of(step).items():
                stands = " ".join(plain(text, view.language).split())
                sent = data.getlist(f"text.{exercise.id}.{step.id}.{face}")
                typed = [one for one in sent if " ".join(one.split()) != stands]
                if typed:
                    found[exercise.id, step.id, face] = typed[0]
    return found


def _check_in(data: QueryDict) -> str:
    """An own question goes before a chosen one."""
    return data.get("own_check_in", "").strip() or data.get("check_in", "")


def _homework(view: Prepare, data: QueryDict) -> str:
    """With what was left out, where that was asked for."""
    typed = _without_left_out(data.get("homework", ""))
    left = _left_out(view, _typed(view, data))
    if data.get("tell_home") != "1" or not left:
        return typed
    return "\n".join(one for one in (typed, say(AT_HOME) + " " + ", ".join(left)) if one)


def _day(data: QueryDict, field: str) -> date | None:
    try:
        return date.fromisoformat(data.get(field, ""))
    except ValueError:
        return None


def _next_day(data: QueryDict) -> date | None:
    """When the class meets again; None where nothing is written. Raises Faulty for something that is no day."""
    found = _day(data, "next_day")
    if found is None and data.get("next_day", "").strip():
        raise Faulty(NO_DAY, {"next_day": NO_DAY})
    return found
