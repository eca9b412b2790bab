"""Who changed what, for the steward, and for leader, AMR and TR of their units. Never who answered."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.steward.changes_told import somebody, told
from kulturspejl.readers import changes as reader

KINDS = (
    ("", gettext_lazy("everything")),
    ("permissions", gettext_lazy("permissions")),
    ("units", gettext_lazy("units and settings")),
    ("rounds", gettext_lazy("rounds")),
    ("results", gettext_lazy("results shared")),
    ("plans", gettext_lazy("traits and actions")),
    ("rooms", gettext_lazy("course days")),
    ("server", gettext_lazy("at the server")),
)


@require_GET
@needs_login
def changes(request: SignedIn) -> HttpResponse:
    """The newest changes, a page at a time, all or of one kind, or those about a unit or a person."""
    kind, word = request.GET.get("kind", ""), request.GET.get("find", "")[:200].strip()
    page = reader.page(request.user, kind=kind, find=word, number=request.GET.get("page", "1"), now=clock.now())
    lines = [(one.at, somebody(one.actor), told(one)) for one in page.lines]
    context = {"page": page, "lines": lines, "kind": kind, "kinds": KINDS, "word": word}
    return render(request, "steward/changes.html", context)
