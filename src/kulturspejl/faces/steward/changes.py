"""Who changed what: rules, units, permissions and rounds. Never who answered."""

import re

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.steward.here import my_organisation
from kulturspejl.readers import changes as reader

VERBS = {
    "organisation.begin": gettext_lazy("made the organisation"),
    "organisation.change": gettext_lazy("changed the settings: shown from {} answers"),
    "unit.add": gettext_lazy("made a unit"),
    "unit.change": gettext_lazy("changed a unit"),
    "unit.close": gettext_lazy("closed a unit"),
    "unit.import": gettext_lazy("took in a table of units: {} new, {} changed"),
    "grant.leader": gettext_lazy("gave a permission as leader"),
    "grant.amr": gettext_lazy("gave a permission as AMR"),
    "grant.tr": gettext_lazy("gave a permission as TR"),
    "grant.hr": gettext_lazy("gave a permission as HR"),
    "grant.facilitator": gettext_lazy("gave a permission as facilitator"),
    "grant.steward": gettext_lazy("gave a permission as administrator"),
    "grant.end": gettext_lazy("ended a permission"),
    "factors.forget": gettext_lazy("at the server: took app, passkeys and recovery codes off an account"),
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


@require_GET
@login_required
def changes(request: HttpRequest) -> HttpResponse:
    """The newest changes."""
    found = reader.list_for(request.user, my_organisation(request), now=clock.now())
    lines = [(one.at, one.actor, _told(one)) for one in found]
    return render(request, "steward/changes.html", {"lines": lines})


def _told(change: reader.Change) -> str:
    """What was done, with the numbers of the change or the name of what it is about."""
    verb = str(VERBS.get(change.verb, change.verb))
    if "{}" in verb:
        return verb.format(*re.findall(r"\d+", change.about))
    return f"{verb}: {change.about}" if change.about else verb
