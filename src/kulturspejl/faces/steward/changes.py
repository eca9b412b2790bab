"""Who changed what, for the steward, and for leader, AMR and TR of their units. Never who answered."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.steward.changes_told import somebody, told
from kulturspejl.readers import changes as reader

VERBS = {
    "organisation.begin": gettext_lazy("made the organisation"),
    "organisation.change": gettext_lazy("changed the settings"),
    "unit.add": gettext_lazy("made a unit"),
    "unit.change": gettext_lazy("changed a unit"),
    "unit.close": gettext_lazy("closed a unit"),
    "unit.open": gettext_lazy("opened a closed unit again"),
    "unit.import": gettext_lazy("took in a table of units"),
    "unit.list": gettext_lazy("took in a list of units"),
    "unit.undo": gettext_lazy("took a list of units back"),
    "grant.leader": gettext_lazy("gave a permission"),
    "grant.amr": gettext_lazy("gave a permission"),
    "grant.tr": gettext_lazy("gave a permission"),
    "grant.hr": gettext_lazy("gave a permission"),
    "grant.facilitator": gettext_lazy("gave a permission"),
    "grant.steward": gettext_lazy("gave a permission"),
    "grant.until": gettext_lazy("changed the last day of a permission"),
    "grant.end": gettext_lazy("ended a permission"),
    "factors.forget": gettext_lazy("at the server: took app, passkeys and recovery codes off an account"),
    "person.name": gettext_lazy("corrected a name"),
    "person.address": gettext_lazy("changed somebody's mail address"),
    "person.factors": gettext_lazy("took app, passkeys and recovery codes off an account"),
    "person.sessions": gettext_lazy("logged somebody out everywhere"),
    "person.erase": gettext_lazy("erased a person"),
    "store.restore": gettext_lazy("at the server: loaded a backup"),
    "store.backup": gettext_lazy("at the server: made a backup with the answers of open rounds in it"),
    "round.create": gettext_lazy("made a round"),
    "round.hold": gettext_lazy("said: wait, we must talk about it"),
    "round.resume": gettext_lazy("let a round wait for its release again"),
    "round.release_sending": gettext_lazy("released the sending"),
    "round.cancel": gettext_lazy("cancelled a round"),
    "round.remind": gettext_lazy("sent a reminder to all"),
    "round.mend_address": gettext_lazy("put the address of a refused letter right"),
    "round.card_instead": gettext_lazy("made a card in the place of a refused letter"),
    "round.ask_close": gettext_lazy("asked to close a round before its day"),
    "round.decline_close": gettext_lazy("said no to closing a round before its day"),
    "round.close": gettext_lazy("closed a round before its day"),
    "round.released": gettext_lazy("closed a round and opened its result"),
    "round.lost": gettext_lazy("at the server: gave up a round that could not go on"),
    "round.delete": gettext_lazy("deleted a round"),
    "room.create": gettext_lazy("planned a class"),
    "room.change": gettext_lazy("changed a planned class"),
    "room.finish": gettext_lazy("closed the day of a class"),
    "room.delete": gettext_lazy("deleted a class with everybody in it"),
    "result.share": gettext_lazy("let those above see a result"),
    "result.unshare": gettext_lazy("took a result back"),
    "line.show": gettext_lazy("showed the team the own line"),
    "line.hide": gettext_lazy("took the own line back"),
    "trait.choose": gettext_lazy("chose a trait"),
    "action.agree": gettext_lazy("agreed on an action"),
    "action.agreed": gettext_lazy("took an action up again"),
    "action.under_way": gettext_lazy("began on an action"),
    "action.tried": gettext_lazy("tried an action"),
    "action.keep": gettext_lazy("looked again: an action is kept"),
    "action.redo": gettext_lazy("looked again: an action is done in another way"),
    "action.drop": gettext_lazy("looked again: an action is let go"),
}
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
@login_required
def changes(request: HttpRequest) -> HttpResponse:
    """The newest changes, a page at a time, all or of one kind, or those about a unit or a person."""
    kind, word = request.GET.get("kind", ""), request.GET.get("find", "")[:200].strip()
    page = reader.page(request.user, kind=kind, find=word, number=request.GET.get("page", "1"), now=clock.now())
    lines = [(one.at, somebody(one.actor), told(one, VERBS)) for one in page.lines]
    context = {"page": page, "lines": lines, "kind": kind, "kinds": KINDS, "word": word}
    return render(request, "steward/changes.html", context)
