"""A new round for one's own unit: fill in, look, send to AMR or TR."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import rounds
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Refused
from kulturspejl.faces.leader.round_form import RoundForm, initial
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.days import end_of
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.readers import new_round as reader
from kulturspejl.readers.new_round import NewRound


@dataclass(frozen=True)
class Listed:
    """The people as typed: what can be used, what cannot, and what so many can show."""

    people: rounds.People
    faults: list[tuple[int, Text]]
    foresight: Text
    too_many: Text | None

    @property
    def can_be_sent(self) -> bool:
        """Nothing to mend first."""
        return not self.faults and self.too_many is None and self.people.count > 0


@require_http_methods(["GET", "POST"])
@login_required
def new_round(request: HttpRequest, unit_id: uuid.UUID) -> HttpResponse:
    """The form; a first post shows what it will be, a second one makes the round."""
    new = reader.before(request.user, unit_id, branch=False, now=clock.now())
    if request.method == "GET":
        return _form(request, new, RoundForm(initial=initial(clock.today(), new.language)))
    form = _with_file(request)
    if not form.is_valid():
        return _form(request, new, form, _listed(new, form))
    listed = _listed(new, form)
    if request.POST.get("step") != "send" or not listed.can_be_sent:
        return _form(request, new, form, listed, looked_at=listed.can_be_sent)
    try:
        round_id = _create(request, new, form, listed)
    except Refused as refusal:
        return _form(request, new, form, listed, refusal=refusal.text)
    messages.success(request, _made(new))
    return redirect("round_page", round_id)


@require_POST
@login_required
def foresight(request: HttpRequest, unit_id: uuid.UUID) -> HttpResponse:
    """The sentence on what so many people can show, while they are being typed."""
    new = reader.before(request.user, unit_id, branch=False, now=clock.now())
    form = RoundForm(request.POST)
    form.is_valid()
    return render(request, "leader/new_round_people.html", {"new": new, "listed": _listed(new, form)})


def _with_file(request: HttpRequest) -> RoundForm:
    """The posted form with the file's lines put among the typed ones, so that everything can be seen and mended."""
    form = RoundForm(request.POST, request.FILES)
    if not form.is_valid() or not form.cleaned_data["file"]:
        return form
    data = request.POST.copy()
    lists = (data.get("addresses", "").rstrip(), form.cleaned_data["file"])
    data["addresses"] = "\n".join(part for part in lists if part)
    merged = RoundForm(data)
    merged.is_valid()
    return merged


def _listed(new: NewRound, form: RoundForm) -> Listed:
    read = rounds.read_addresses(form.cleaned_data.get("addresses", ""))
    people = rounds.People(addresses=read.good, cards=form.cleaned_data.get("cards") or 0)
    is_more = people.count > new.headcount
    return Listed(
        people=people,
        faults=read.faults,
        foresight=reader.foresight(people.count, minimum=new.minimum, total=form.cleaned_data.get("points") or 10),
        too_many=rounds.too_many(new.unit_name, people.count, new.headcount) if is_more else None,
    )


def _create(request: HttpRequest, new: NewRound, form: RoundForm, listed: Listed) -> uuid.UUID:
    chosen = form.cleaned_data
    return rounds.create(
        by=request.user, root=new.unit_id, people={new.unit_id: listed.people}, closes_at=end_of(chosen["closes_on"]),
        points=chosen["points"], preferred=chosen["preferred"], why=chosen["why"], language=chosen["language"],
        form=sent_form(request), now=clock.now(),
    )  # fmt: skip


def _made(new: NewRound) -> str:
    if new.has_representatives:
        return _(
            "Nothing has been sent yet. Your representative (AMR or TR) sees the letter first and releases the sending."
        )
    return _("Nothing has been sent yet. Your administrator sees the letter first and releases the sending.")


def _form(
    request: HttpRequest, new: NewRound, form: RoundForm, listed: Listed | None = None, *, looked_at: bool = False,
    refusal: Text | None = None,
) -> HttpResponse:  # fmt: skip
    context = {"new": new, "form": form, "listed": listed, "looked_at": looked_at, "refusal": refusal}
    return render(request, "leader/new_round.html", context, status=422 if refusal or form.errors else 200)
