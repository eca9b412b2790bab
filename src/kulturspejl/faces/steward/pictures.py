"""The whole organisation for HR and the administrator: branches over time, rounds and plans counted, a page for MED."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kulturspejl.core.disclosure.participation import NEARLY_ALL, OVER_HALF, UNDER_HALF
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans.together import LEAST
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mirror.content import names_of
from kulturspejl.faces.shared.mirror.small import line_of, small_svg
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import instruments, whole_organisation
from kulturspejl.readers.overview import Branch, Overview, Taken, overview
from kulturspejl.reports.for_med import BranchLine, ForMed, for_med_pdf, plans_table
from kulturspejl.values.releases import Web


@dataclass(frozen=True)
class Drawn:
    """One picture of a branch as it stands on the page."""

    taken: Taken
    svg: SafeString | None
    line: str
    participation: str


@require_GET
@needs_login
def pictures(request: SignedIn) -> HttpResponse:
    """The branches in the organisation's order, each with its pictures from the oldest to the newest."""
    found = _found(request)
    drawn = [(branch, _drawn(branch, at)) for at, branch in enumerate(found.branches)]
    context = {
        "found": found, "letters": _letters(found), "branches": drawn, "least": LEAST,
        "plans": plans_table(found.plans, lang=language()), "is_steward": _is_steward(request),
    }  # fmt: skip
    return render(request, "steward/pictures.html", context)


@require_GET
@needs_login
def for_med(request: SignedIn) -> HttpResponse:
    """The same on one page, for the committee."""
    found = _found(request)
    lines = tuple(
        BranchLine(
            branch.name, branch.depth,
            tuple((one.taken.picture.closed_on, _of(one), one.participation) for one in _drawn(branch, at)),
        )
        for at, branch in enumerate(found.branches)
    )
    sheet = ForMed(
        organisation=found.organisation, on=found.on, branches=lines, sent=found.sent, still_open=found.still_open,
        plans=found.plans, letters=_letters(found),
    )  # fmt: skip
    return pdf(for_med_pdf(sheet, lang=language()), _("For MED, %(name)s") % {"name": found.organisation})


def _found(request: SignedIn) -> Overview:
    now = clock.now()
    organisation_id = whole_organisation.where(request.user, Role.HR, Role.STEWARD, now=now)
    return overview(request.user, organisation_id, now=now)


def _of(one: Drawn) -> str:
    """The line of a picture, with what was asked about where it is not the culture; "" where it does not open."""
    asked = one.taken.picture.asked
    return f"{say(asked)}: {one.line}" if asked and one.line else one.line


def _letters(found: Overview) -> str:
    """What each letter of the lines stands for; "" where no line has any."""
    if not any(isinstance(one.small, Web) for branch in found.branches for one in branch.taken):
        return ""
    names = names_of(instruments.culture_profile()).called
    return " · ".join(f"{letter} {name}" for letter, name in names.items())


def _drawn(branch: Branch, at: int) -> list[Drawn]:
    among = [one.small for one in branch.taken if one.small is not None]
    return [
        Drawn(
            one, small_svg(one.small, among, f"branch-{at}-{place}") if one.small else None,
            line_of(one.small) if one.small else "", _answered(one.participation),
        )
        for place, one in enumerate(branch.taken)
    ]


def _answered(step: str) -> str:
    words = {
        UNDER_HALF: _("fewer than half answered"), OVER_HALF: _("half or more answered"),
        NEARLY_ALL: _("nearly all answered"),
    }  # fmt: skip
    return words.get(step, "")


def _is_steward(request: SignedIn) -> bool:
    try:
        whole_organisation.where(request.user, Role.STEWARD, now=clock.now())
    except NotThere:
        return False
    return True
