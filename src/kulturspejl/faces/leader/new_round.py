"""A new round for one's own unit: fill in, look, send to AMR or TR."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import rounds
from kulturspejl.actions.sent import id_before
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables import addresses
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text
from kulturspejl.faces.leader.round_form import RoundForm, initial
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.days import end_of
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_list import seen_as
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.readers import new_round as reader
from kulturspejl.readers.new_round import NewRound


@dataclass(frozen=True)
class Listed:
    """The people as typed: what can be used, what cannot, and what so many can show; `seen` as in `seen_list`."""

    people: rounds.People
    faults: Sequence[Told]
    told: Sequence[Told]
    foresight: Text
    in_the_way: tuple[Text, ...]
    seen: str

    @property
    def can_be_sent(self) -> bool:
        """Nothing to mend first."""
        return not self.faults and not self.in_the_way and self.people.count > 0

@require_http_methods(["GET", "POST"])
@needs_login
def new_round(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The form; a first post shows what it will be, a second one makes the round."""
    new = reader.before(request.user, unit_id, branch=False, now=clock.now())
    if request.method == "GET":
        first = RoundForm(initial=initial(clock.today(), new.language) | _like(request, new))
        return _form(request, new, first, busy=rounds.under_way([new.unit_id]))
    form = _with_file(request)
    if not form.is_valid():
        return _form(request, new, form, _listed(new, form))
    listed = _listed(new, form)
    if (made := id_before(sent_form(request), request.user)) is not None:
        # The same press once more: the round that it made is in its own way by now.
        return redirect("round_page", made)
    is_seen = request.POST.get("seen", "") == listed.seen
    if request.POST.get("step") != "send" or not listed.can_be_sent or not is_seen:
        return _form(request, new, form, listed, looked_at=listed.can_be_sent)
    try:
        round_id = _create(request, new, form, listed)
    except Refused as refusal:
        return _form(request, new, form, listed, refusal=refusal.text)
    messages.success(request, _made(new))
    return redirect("round_page", round_id)


def _like(request: HttpRequest, new: NewRound) -> dict[str, object]:
    """The choices of the round that is to be asked again, where the address names one of this unit."""
    named = as_id(request.GET.get("like", ""))
    return dict(reader.choices_of(named, new.unit_id)) if named else {}


@require_POST
@needs_login
def foresight(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
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
    merged.told = form.told
    merged.is_valid()
    return merged


def _listed(new: NewRound, form: RoundForm) -> Listed:
    read = addresses.read_addresses(form.cleaned_data.get("addresses", ""))
    people = rounds.People(addresses=read.good, cards=form.cleaned_data.get("cards") or 0)
    return Listed(
        people=people,
        faults=read.faults,
        told=[*form.told, *read.told],
        foresight=reader.foresight(
            people.count, minimum=new.minimum, asked=form.asked, total=form.cleaned_data.get("points") or 10
        ),
        in_the_way=_in_the_way(new, form, people) if people.count else (),
        seen=seen_as(read.told, read.good),
    )


def _in_the_way(new: NewRound, form: RoundForm, people: rounds.People) -> tuple[Text, ...]:
    """What making the round would say no by, told while it can still be mended; days and points where they are said."""
    chosen = form.cleaned_data
    closes_on = chosen.get("closes_on") or initial(clock.today(), new.language)["closes_on"]
    return rounds.in_the_way(
        root=new.unit_id, people={new.unit_id: people}, closes_at=end_of(closes_on),
        instrument=form.asked.id, points=chosen.get("points") or 10,
        preferred=chosen.get("preferred") or "drawn", now=clock.now(),
    )  # fmt: skip


def _create(request: SignedIn, new: NewRound, form: RoundForm, listed: Listed) -> uuid.UUID:
    chosen = form.cleaned_data
    return rounds.create(
        by=request.user, root=new.unit_id, people={new.unit_id: listed.people}, closes_at=end_of(chosen["closes_on"]),
        instrument=chosen["instrument"], points=chosen["points"], preferred=chosen["preferred"], why=chosen["why"],
        language=chosen["language"], form=sent_form(request), now=clock.now(),
    )  # fmt: skip


def _made(new: NewRound) -> str:
    if new.has_representatives:
        return _(
            "Nothing has been sent yet. Your representative (AMR or TR) sees the letter first and releases the sending."
        )
    return _("Nothing has been sent yet. Your administrator sees the letter first and releases the sending.")


def _form(
    request: HttpRequest, new: NewRound, form: RoundForm, listed: Listed | None = None, *, looked_at: bool = False,
    refusal: Text | None = None, busy: Text | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "new": new, "who_sees": new.who_sees[form.asked.id], "form": form, "listed": listed,
        "looked_at": looked_at, "refusal": refusal, "busy": busy,
    }  # fmt: skip
    is_bad = refusal or form.errors or (listed and listed.in_the_way)
    return render(request, "leader/new_round.html", context, status=422 if is_bad else 200)
