"""A facilitator's own exercises: the list, the form, the file that is downloaded and taken in, the robots' try."""

import re
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.actions import own_exercises as actions
from kulturspejl.core.content.own_exercise import MOST_BYTES, own_id
from kulturspejl.core.errors import Conflict, Faulty
from kulturspejl.core.text import REQUIRED
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.writing import toml_of
from kulturspejl.faces.facilitator.exercise_form.asked import forms
from kulturspejl.faces.facilitator.exercise_form.fields import Drawing, has_two
from kulturspejl.faces.facilitator.exercise_form.moved import begun, moved
from kulturspejl.faces.facilitator.exercise_form.posted import from_post, other
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import own_id as form_id
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import own_exercises as readers
from kulturspejl.readers.own_exercises import Basis
from kulturspejl.values.room_keeping import days_kept

MARK = re.compile(r"[0-9a-f]{4}")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def own_exercises(request: SignedIn) -> HttpResponse:
    """The list; a POST takes a file in."""
    if request.method != "POST":
        return _list(request)
    sent = request.FILES.get("file")
    given = sent.read(MOST_BYTES + 1) if sent else b""
    try:
        actions.take_exercise(
            by=request.user, given=given, replaces=request.POST.get("replaces") == "1", form=sent_form(request),
            now=clock.now(),
        )  # fmt: skip
    except ContentError as error:
        told = readers.told_with_lines(error.faults, given, language())
        return _list(request, told=told, status=422)
    except Faulty as faulty:
        return _list(request, told=[say(faulty.text)], asks="replaces" in faulty.fields, status=422)
    messages.success(request, _("The file has been taken in, and robots have been through it."))
    return redirect("own_exercises")


def _list(request: SignedIn, *, told: Sequence[str] = (), asks: bool = False, status: int = 200) -> HttpResponse:
    view = readers.own_list(request.user, language=language(), now=clock.now())
    context = {"view": view, "told": told, "asks": asks, "most_kb": MOST_BYTES // 1000}
    return render(request, "facilitator/exercises.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def new(request: SignedIn) -> HttpResponse:
    """An exercise from nothing, or from another one (`like`)."""
    like = request.GET.get("like", "")[:60]
    return _form(request, readers.to_begin(request.user, like, language=language(), now=clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def change(request: SignedIn, exercise_id: uuid.UUID) -> HttpResponse:
    """The same form for one that is there."""
    return _form(request, readers.to_change(request.user, exercise_id, language=language(), now=clock.now()))


@require_safe
@needs_login
def file(request: SignedIn, exercise_id: uuid.UUID) -> HttpResponse:
    """The file, byte for byte as it was saved or taken in."""
    key, text = readers.own_file_of(request.user, exercise_id, now=clock.now())
    headers = {"Content-Disposition": f'attachment; filename="{key}.toml"', "Cache-Control": "no-store"}
    return HttpResponse(text.encode(), content_type="application/toml; charset=utf-8", headers=headers)


@require_POST
@needs_login
def do(request: SignedIn, exercise_id: uuid.UUID) -> HttpResponse:
    """One press beside an exercise: let robots try it, or delete it."""
    by, now, form = request.user, clock.now(), sent_form(request)
    if request.POST.get("verb") == "delete":
        actions.delete_exercise(by=by, exercise_id=exercise_id, form=form, now=now)
        messages.success(request, _("Deleted. Days that hold it have their own copy."))
        return redirect("own_exercises")
    room = actions.practise_exercise(by=by, exercise_id=exercise_id, language=language(), form=form, now=now)
    return redirect("desk", room)


def _form(request: SignedIn, basis: Basis) -> HttpResponse:
    post, start = request.POST, basis.data or begun()
    if request.method != "POST":
        return _page(request, basis, start)
    data = _named(request, basis, from_post(post, basis.data, _main(request)))
    if post.get("do") == "check":
        return _page(request, basis, data, faults=readers.faults_of(toml_of(data)))
    if "do" in post:
        made, eye = moved(data, post["do"][:300], post.get(f"what.{post['do'].partition(':')[2]}", ""))
        return _page(request, basis, made, eye=eye)
    try:
        saved = actions.save_exercise(
            by=request.user, exercise_id=basis.exercise_id, text=toml_of(data), seen=post.get("seen", ""),
            form=sent_form(request), now=clock.now(),
        )  # fmt: skip
        if post.get("practise") == "1":
            room = actions.practise_exercise(
                by=request.user, exercise_id=saved, language=language(), form=sent_form(request, "practise"),
                now=clock.now(),
            )  # fmt: skip
            return redirect("desk", room)
    except ContentError as error:
        return _page(request, basis, data, faults=error.faults, status=422)
    except (Faulty, Conflict) as error:
        return _page(request, basis, data, said=say(error.text), status=error.status)
    messages.success(request, _("Saved. Robots have been through every step, and it can be put into a day."))
    return redirect("own_exercises")


def _named(request: HttpRequest, basis: Basis, data: dict[str, Any]) -> dict[str, Any]:
    """A new one gets an id of its name when it is saved; one that is there keeps its own."""
    if basis.exercise_id is not None:
        return data
    mark = request.POST.get("mark", "")
    name = data["exercise"].get("name", {}).get(_main(request), "")
    id = own_id(name, mark if MARK.fullmatch(mark) else _mark(request))
    return {**data, "exercise": {"id": id, **data["exercise"]}}


def _mark(request: HttpRequest) -> str:
    """What tells two exercises of one name apart: of the form, so that it is the same at each press."""
    return (form_id(request) or uuid.uuid4()).hex[:4]


def _main(request: HttpRequest) -> str:
    """The language that is typed first: the one in which the form was opened."""
    found = request.POST.get("main", language())
    return found if found in REQUIRED else REQUIRED[0]


def _page(
    request: SignedIn, basis: Basis, data: Mapping[str, Any], *, faults: Sequence[Fault] = (), said: str = "",
    eye: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    main, post = _main(request), request.POST
    two = post.get("both") == "1" or post.get("do") == "both" or has_two(data)
    drawing = Drawing(basis, main, has_two=two, faults=faults, eye=eye)
    mark = post.get("mark", "")
    context = {
        "form": drawing.form(data), "focus": drawing.focus, "basis": basis,
        "main": main, "other": other(main), "both": two, "said": said,
        "mark": mark if MARK.fullmatch(mark) else _mark(request), "kept_days": days_kept(),
        "seen": post.get("seen", basis.mark) if status != Conflict.status else basis.mark,
        "kinds": [(word, one.called.into(main), one.says.into(main)) for word, one in forms()],
    }  # fmt: skip
    return render(request, "facilitator/exercise.html", context, status=status)
