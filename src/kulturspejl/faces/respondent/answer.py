"""The page of somebody with a code: the questions, the plain form's way in, and later the team's result."""

import uuid
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import eligibility, responses
from kulturspejl.core.errors import Conflict, Gone, KulturspejlError, NotThere
from kulturspejl.faces.respondent import asked, doors, ready, typed, words
from kulturspejl.faces.respondent.asked import Screens
from kulturspejl.faces.respondent.typed import Hidden
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.compressed import compressed
from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.faces.shared.result_file import result_file
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import results
from kulturspejl.readers.asking import AlreadyReleased, Asking, BeingClosed


@dataclass(frozen=True)
class Given:
    """What somebody has typed so far, and what is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    hidden: Hidden = field(default_factory=typed.new_hidden)
    is_closed: bool = False


ORDER, PAPER = "order", "paper"
EMPTY = Given(hidden=Hidden(ready.SECRET, ready.RETRY_ID))


@csrf_exempt  # The code is the permission; a forgery token would need a cookie, and this page sets none.
@never_cache
@compressed
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """`/r/<code>`."""
    try:
        found = doors.open_door(request, code, now=clock.now())
    except NotThere as error:
        return _nothing(request, code, error)
    if isinstance(found, AlreadyReleased) and request.method == "POST" and not request.POST.get("language"):
        return _too_late(request, code)
    if isinstance(found, AlreadyReleased):
        return _result(request, code, found)
    if isinstance(found, BeingClosed):
        return _closed(request, code, found)
    if is_from_paper(request, found):
        found = replace(found, order=found.instrument.letters)
        if request.method != "POST":
            return _page(request, code, found, Given(hidden=typed.new_hidden()))
    if request.method != "POST":
        return HttpResponse(fresh(code, found))
    if request.POST.get("language"):
        return _switch(request, code, found)
    return _receive(request, code, found)


def is_from_paper(request: HttpRequest, asking: Asking) -> bool:
    """Whether the statements are to stand as on the printed sheet, and not in the person's own order."""
    return asking.instrument.chooses_points and request.GET.get(ORDER) == PAPER


@never_cache
@require_GET
def result_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The result that the code opens, as a PDF."""
    found = doors.open_door(request, code, now=clock.now())
    if not isinstance(found, AlreadyReleased):
        raise NotThere(NOTHING_HERE)
    return result_file(results.for_card(found.round_unit_id))


def _receive(request: HttpRequest, code: str, asking: Asking) -> HttpResponse:
    """The plain form: check first, because the code is spent by being let in."""
    screens = asked.screens(asking)
    values = typed.typed_of(request.POST, asked.names_of(screens))
    hidden = typed.hidden_of(request.POST)
    sheet = asking.instrument.sheet(asking.points, asking.preferred)
    checked = sheet.check(asked.answers_of(values, screens))
    if checked.values is None:
        faults = {name: say(text) for name, text in checked.faults.items()}
        given = Given(values, faults, _("Some numbers must be corrected before sending."), hidden)
        return _page(request, code, asking, given, status=422)
    try:
        _send(code, hidden, checked.values)
    except Gone as error:
        given = Given(values, {}, say(error.text), hidden, is_closed=True)
        return _page(request, code, asking, given, status=error.status)
    except (Conflict, NotThere) as error:
        return _page(request, code, asking, Given(values, {}, say(error.text), hidden), status=error.status)
    return _thanks(request, code, asking, checked.values)


def _send(code: str, hidden: Hidden, answers: Mapping[str, int]) -> None:
    """Two steps that know nothing of each other: the code for a voucher, the voucher for a place in the box."""
    voucher = eligibility.admit(code=code, blinded=hidden.blinded, now=clock.now())
    responses.submit(voucher=voucher, retry_id=uuid.UUID(hidden.retry_id), answers=answers, now=clock.now())


def _switch(request: HttpRequest, code: str, asking: Asking) -> HttpResponse:
    """The other language, with everything that was typed."""
    chosen = "en" if request.POST["language"] == "en" else "da"
    values = typed.typed_of(request.POST, asked.names_of(asked.screens(asking)))
    with translation.override(chosen):
        response = _page(request, code, asking, Given(values, hidden=typed.hidden_of(request.POST)))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, chosen, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response


def fresh(code: str, asking: Asking) -> str:
    """The page before anything is typed, in the language in force: one text for all teams of a size in a round."""
    hidden = typed.new_hidden()
    own = {
        ready.CODE: doors.tidy(code), ready.DRAFT: doors.draft_key(code), ready.SECRET: hidden.secret,
        ready.RETRY_ID: hidden.retry_id, ready.UNIT: escape(asking.unit_name), ready.LEADERS: escape(asking.leaders),
    }  # fmt: skip
    return ready.page(_alike(asking), lambda: _ready_text(asking), asking.order, own)


def is_ready(asking: Asking) -> bool:
    """Whether the text of `fresh` is made."""
    return ready.is_ready(_alike(asking))


def _alike(asking: Asking) -> Hashable:
    """Whoever has the same of this is asked in the same words, but for those with marks."""
    return (
        asking.round_id, asking.invited, asking.closes_at, asking.asked_by, asking.asked_as, asking.approved_by,
        asking.approved_as, bool(asking.leaders), language(),
    )  # fmt: skip


def _ready_text(asking: Asking) -> str:
    """With marks, and for nobody's request: nothing of whoever happens to come first gets into it."""
    alike = replace(
        asking, order=asking.instrument.letters, unit_name=ready.UNIT, leaders=ready.LEADERS if asking.leaders else "",
        example=replace(asking.example, unit_name=ready.UNIT),
    )  # fmt: skip
    return _text(HttpRequest(), ready.CODE, ready.DRAFT, alike, EMPTY, mark=ready.LINE)


def _page(request: HttpRequest, code: str, asking: Asking, given: Given, status: int = 200) -> HttpResponse:
    return HttpResponse(_text(request, code, doors.draft_key(code), asking, given), status=status)


def _text(request: HttpRequest, code: str, draft: str, asking: Asking, given: Given, mark: str = "") -> str:
    screens = asked.screens(asking, given.values, given.faults)
    context = {
        "asking": asking, "code": code, "screens": screens, "draft": draft, "mark": mark,
        "unit_name": asking.unit_name, "fault_text": given.said, "is_closed": given.is_closed,
        "faults": _pointed(given.faults, screens), "from_paper": is_from_paper(request, asking),
        "secret": given.hidden.secret, "retry_id": given.hidden.retry_id,
        "who": [say(sentence) for sentence in asking.rules.sentences],
        "words": words.of_answering(is_chosen=not asking.instrument.chooses_points),
        "example": mirror(asking.example).numbers, "credit": say(asking.instrument.credit),
    }  # fmt: skip
    if not _has_figure(screens):
        context |= asked.own(asking)
    return render_to_string("respondent/answer.html", context, request)


def _has_figure(screens: Screens) -> bool:
    """Whether a web is on the page already: the script moves it to the thanks, and the page stays light."""
    return any(screen.figure for screen in screens)


def _pointed(faults: Mapping[str, str], screens: Screens) -> list[tuple[str, str, str]]:
    """Where a fault is (an address on the page), the question it belongs to, and the sentence; each said once."""
    found: dict[str, tuple[str, str, str]] = {}
    for screen in screens:
        for name in [screen.id, *screen.names]:
            if name in faults:
                found.setdefault(faults[name], (name, screen.place, faults[name]))
    return list(found.values())


def _thanks(request: HttpRequest, code: str, asking: Asking, answers: Mapping[str, int]) -> HttpResponse:
    """Rendered in the same reply: the numbers are in this page and nowhere else that could be asked again."""
    context = {
        "asking": asking, "draft": doors.draft_key(code), "answers": dict(answers),
        "words": words.of_answering(is_chosen=not asking.instrument.chooses_points), **asked.own(asking, answers),
    }  # fmt: skip
    return render(request, "respondent/thanks.html", context)


def _result(request: HttpRequest, code: str, found: AlreadyReleased) -> HttpResponse:
    """The mirror belongs to the team: the same page as for those with an account."""
    page = results.for_card(found.round_unit_id)
    context = {
        "mirror": mirror(page), "page": page, "pdf_url": reverse("door_pdf", args=[code]),
        "draft": doors.draft_key(code), "words": words.of_answering(),
    }  # fmt: skip
    return render(request, "respondent/result.html", context)


def _closed(request: HttpRequest, code: str, found: BeingClosed) -> HttpResponse:
    context = {"unit_name": found.unit_name, "draft": doors.draft_key(code), "words": words.of_answering()}
    return render(request, "respondent/closed.html", context, status=410 if request.method == "POST" else 200)


def _too_late(request: HttpRequest, code: str) -> HttpResponse:
    """The plain form came after the close: said in words, with the way to the result."""
    context = {"draft": doors.draft_key(code), "words": words.of_answering(), "is_too_late": True}
    return render(request, "respondent/closed.html", context, status=410)


def _nothing(request: HttpRequest, code: str, error: KulturspejlError) -> HttpResponse:
    context = {"draft": doors.draft_key(code), "words": words.of_answering(), "text": error.text.into(language())}
    return render(request, "respondent/nothing.html", context, status=404)
