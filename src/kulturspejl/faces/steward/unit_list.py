"""A list of units between the file and the organisation: asked about, looked at, taken in, and taken back."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import units
from kulturspejl.core.errors import Conflict, Faulty, KulturspejlError, Refused
from kulturspejl.core.units.questions import NEW, Asked
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import unit_list as reader
from kulturspejl.readers.unit_list import ListPage

MOST_QUESTIONS = 50
"""Questions on one page; the rest come when these are answered."""
A_PAGE = 250
"""Lines of changes on one page: where very many stand side by side."""
ALIKE = (Asked.RENUMBERED, Asked.ELSEWHERE, Asked.CLOSED)
"""Of these many may be answered with one press."""
FIRST = "first"


@require_http_methods(["GET", "POST"])
@needs_login
def unit_list(request: SignedIn, list_id: uuid.UUID) -> HttpResponse:
    """What the list would change. A post answers its questions, or takes it in."""
    if request.method == "GET":
        if reader.is_taken(request.user, list_id, now=clock.now()):
            return redirect("organisation")
        return _page(request, list_id)
    if request.POST.get("step") == "take":
        return _take(request, list_id)
    page = reader.page(request.user, list_id, now=clock.now())
    units.answer(by=request.user, list_id=list_id, answers=_answers(request, page), now=clock.now())
    return redirect("unit_list", list_id)


@require_POST
@needs_login
def undo(request: SignedIn, taken_id: uuid.UUID) -> HttpResponse:
    """As it was before the list."""
    try:
        units.undo(by=request.user, list_id=taken_id, form=sent_form(request), now=clock.now())
    except Refused as refused:
        messages.error(request, say(refused.text))
    else:
        messages.success(request, _("The list has been undone. Everything is as it was before it."))
    return redirect("organisation")


def _take(request: SignedIn, list_id: uuid.UUID) -> HttpResponse:
    closing, ending = _ticked(request, "close"), _ticked(request, "end")
    try:
        done = units.take(
            by=request.user, list_id=list_id, seen=request.POST.get("seen", ""), closing=closing,
            ending=ending, form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Conflict, Refused, Faulty) as refused:
        return _page(request, list_id, refused, closing | ending)
    messages.success(request, _("The list has been imported: %(what)s.") % {"what": told(done)})
    return redirect("organisation")


def _ticked(request: HttpRequest, name: str) -> set[uuid.UUID]:
    return {one for one in map(as_id, request.POST.getlist(name)) if one is not None}


def _answers(request: HttpRequest, page: ListPage) -> dict[int, str]:
    """Each question's own answer, else the one that is given to all of its kind."""
    found = {}
    for shown in page.questions:
        one = shown.question
        given = request.POST.get(f"line-{one.line}", "")
        for_all = request.POST.get(f"all-{one.why.value}", "")
        if given in one.choices:
            found[one.line] = given
        elif one.why in ALIKE and one.answer is None and for_all in (FIRST, NEW):
            found[one.line] = NEW if for_all == NEW else str(one.units[0])
    return found


def _page(
    request: SignedIn, list_id: uuid.UUID, refused: KulturspejlError | None = None,
    ticked: set[uuid.UUID] | None = None,
) -> HttpResponse:  # fmt: skip
    page = reader.page(request.user, list_id, as_id(request.GET.get("under", "")), now=clock.now())
    waiting = [one for one in page.questions if one.question.answer is None]
    kinds = [one.question.why for one in waiting]
    context = {
        "lines": Paginator(page.tree.lines, A_PAGE).get_page(request.GET.get("page")),
        "page": page, "refused": refused, "ticked": ticked or set(), "waiting": waiting[:MOST_QUESTIONS],
        "more_questions": max(len(waiting) - MOST_QUESTIONS, 0),
        "alike": [(why.value, kinds.count(why)) for why in ALIKE if kinds.count(why) > 1],
        "under": request.GET.get("under", ""),
    }  # fmt: skip
    return render(request, "steward/unit_list.html", context, status=refused.status if refused else 200)


def told(done: Mapping[str, int]) -> str:
    """What a list did, in one line."""
    words = {
        "new": ngettext("%(n)s new unit", "%(n)s new units", done.get("new", 0)),
        "renamed": _("%(n)s with another name"),
        "moved": _("%(n)s moved"),
        "size": _("%(n)s with another size"),
        "opened": _("%(n)s opened again"),
        "closed": _("%(n)s closed"),
        "id": _("%(n)s with ids of yours"),
        "given": ngettext("%(n)s new permission", "%(n)s new permissions", done.get("given", 0)),
        "ended": ngettext("%(n)s permission ended", "%(n)s permissions ended", done.get("ended", 0)),
    }
    found = [text % {"n": done[kind]} for kind, text in words.items() if done.get(kind)]
    return ", ".join(found) or _("nothing changed")
