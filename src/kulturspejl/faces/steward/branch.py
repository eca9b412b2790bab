"""A round over a branch of the tree: fill in, look, send to AMR or TR."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import rounds
from kulturspejl.actions.sent import id_before
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.branch_list import BranchList, BranchUnit, read_branch
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.days import end_of
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_list import seen_as
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.branch_form import BranchForm, initial
from kulturspejl.readers import new_round as reader
from kulturspejl.readers.new_round import NewRound
from kulturspejl.values.tree import UnitNow

WEEKS_OPEN = 3


@dataclass(frozen=True)
class UnitLine:
    """A unit of the branch, and how its people are asked."""

    unit: UnitNow
    people: rounds.People
    depth: int

    @property
    def name(self) -> str:
        """What the line is found by."""
        return self.unit.name

    @property
    def mails(self) -> int:
        """How many letters."""
        return len(self.people.addresses)


@dataclass(frozen=True)
class Listed:
    """The branch as it would be asked; `seen` as in `seen_list`."""

    lines: tuple[UnitLine, ...]
    faults: Sequence[Told]
    told: Sequence[Told]
    in_the_way: tuple[Text, ...]
    minimum: int
    seen: str

    @property
    def count(self) -> int:
        """How many people."""
        return sum(line.people.count for line in self.lines)

    @property
    def asked(self) -> tuple[UnitLine, ...]:
        """Units with somebody asked."""
        return tuple(line for line in self.lines if line.people.count)

    @property
    def too_small(self) -> int:
        """Units that will have a conversation without numbers even if all answer."""
        return sum(1 for line in self.asked if line.people.count < self.minimum)

    @property
    def can_be_sent(self) -> bool:
        """Nothing to mend first."""
        return not self.faults and self.count > 0 and not self.in_the_way

@require_http_methods(["GET", "POST"])
@needs_login
def new_branch(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The form; a first post shows what it will be, a second one makes the round."""
    new = reader.before(request.user, unit_id, branch=True, now=clock.now())
    if request.method == "GET":
        first = initial(clock.today() + timedelta(weeks=WEEKS_OPEN), new.language)
        return _form(request, new, BranchForm(initial=first))
    form = _with_file(request)
    if not form.is_valid():
        return _form(request, new, form)
    listed = _listed(new, form)
    if (made := id_before(sent_form(request), request.user)) is not None:
        # The same press once more: the round that it made is in its own way by now.
        return redirect("round_page", made)
    is_seen = request.POST.get("seen", "") == listed.seen
    if request.POST.get("step") != "send" or not listed.can_be_sent or not is_seen:
        return _form(request, new, form, listed)
    try:
        round_id = _create(request, new, form, listed)
    except Refused as refusal:
        return _form(request, new, form, listed, refusal.text)
    messages.success(request, _("Nothing has been sent yet. AMR or TR sees the letter first and releases the sending."))
    return redirect("round_page", round_id)


def _with_file(request: HttpRequest) -> BranchForm:
    """The posted form with the file's lines put among the typed ones, so that everything can be seen and mended."""
    form = BranchForm(request.POST, request.FILES)
    if not form.is_valid() or not form.cleaned_data["file"]:
        return form
    data = request.POST.copy()
    parts = (data.get("addresses", "").rstrip(), form.cleaned_data["file"])
    data["addresses"] = "\n".join(part for part in parts if part)
    merged = BranchForm(data)
    merged.told = form.told
    return merged


def _listed(new: NewRound, form: BranchForm) -> Listed:
    read = read_branch(form.cleaned_data["addresses"], [_called(unit, new) for unit in new.units])
    lines = _lines(new, form, read)
    told = [*form.told, *read.told]
    seen = seen_as(read.told, [one for people in read.by_unit.values() for one in people])
    return Listed(lines, read.faults, told, _in_the_way(new, form, lines), new.minimum, seen)


def _called(unit: UnitNow, new: NewRound) -> BranchUnit[uuid.UUID]:
    return BranchUnit(unit.id, unit.name, (str(unit.id), new.own_ids.get(unit.id, "")), unit.parent)


def _in_the_way(new: NewRound, form: BranchForm, lines: Sequence[UnitLine]) -> tuple[Text, ...]:
    """What making the round would say no by, told while it can still be mended."""
    people = {line.unit.id: line.people for line in lines if line.people.count}
    chosen = form.cleaned_data
    return rounds.in_the_way(
        root=new.unit_id, people=people, closes_at=end_of(chosen["closes_on"]), instrument=chosen["instrument"],
        points=chosen["points"], preferred=chosen["preferred"], now=clock.now(),
    ) if people else ()  # fmt: skip


def _lines(new: NewRound, form: BranchForm, read: BranchList[uuid.UUID]) -> tuple[UnitLine, ...]:
    depths: dict[uuid.UUID | None, int] = {}
    lines = []
    for unit in new.units:
        depths[unit.id] = depths.get(unit.parent, -1) + 1
        mails = read.by_unit.get(unit.id, [])
        cards = max(unit.headcount - len(mails), 0) if form.cleaned_data["rest"] == "cards" else 0
        lines.append(UnitLine(unit, rounds.People(addresses=mails, cards=cards), depths[unit.id]))
    return tuple(lines)


def _create(request: SignedIn, new: NewRound, form: BranchForm, listed: Listed) -> uuid.UUID:
    chosen = form.cleaned_data
    return rounds.create(
        by=request.user, root=new.unit_id, people={line.unit.id: line.people for line in listed.asked},
        closes_at=end_of(chosen["closes_on"]), instrument=chosen["instrument"], points=chosen["points"],
        preferred=chosen["preferred"], why=chosen["why"], language=chosen["language"],
        form=sent_form(request), now=clock.now(),
    )  # fmt: skip


def _form(
    request: HttpRequest, new: NewRound, form: BranchForm, listed: Listed | None = None, refusal: Text | None = None
) -> HttpResponse:
    context = {
        "new": new, "who_sees": new.who_sees[form.asked.id], "form": form, "listed": listed, "refusal": refusal,
    }  # fmt: skip
    bad = refusal or form.errors or (listed and not listed.can_be_sent)
    return render(request, "steward/branch.html", context, status=422 if bad else 200)
