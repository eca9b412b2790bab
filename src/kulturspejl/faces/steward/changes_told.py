"""A line of the list of changes in words: what was done, whose or where it was, and from what to what."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.faces.shared.templatetags.saying import day, role_name
from kulturspejl.readers.changes import Change, Somebody

VERBS: Mapping[str, str | Promise] = {
    "organisation.begin": gettext_lazy("made the organisation"),
    "organisation.change": gettext_lazy("changed the settings"),
    "unit.add": gettext_lazy("made a unit"),
    "unit.change": gettext_lazy("changed a unit"),
    "unit.close": gettext_lazy("closed a unit"),
    "unit.open": gettext_lazy("opened a closed unit again"),
    "unit.import": gettext_lazy("imported a table of units"),
    "unit.list": gettext_lazy("imported a list of units"),
    "unit.undo": gettext_lazy("undid a list of units"),
    "grant.leader": gettext_lazy("gave a permission"),
    "grant.amr": gettext_lazy("gave a permission"),
    "grant.tr": gettext_lazy("gave a permission"),
    "grant.hr": gettext_lazy("gave a permission"),
    "grant.facilitator": gettext_lazy("gave a permission"),
    "grant.steward": gettext_lazy("gave a permission"),
    "grant.until": gettext_lazy("changed the last day of a permission"),
    "grant.end": gettext_lazy("ended a permission"),
    "factors.forget": gettext_lazy("at the server: removed app, passkeys and recovery codes from an account"),
    "person.name": gettext_lazy("corrected a name"),
    "person.address": gettext_lazy("changed somebody’s mail address"),
    "person.factors": gettext_lazy("removed app, passkeys and recovery codes from an account"),
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
    "round.mend_address": gettext_lazy("corrected the address of a refused letter"),
    "round.card_instead": gettext_lazy("made a card in the place of a refused letter"),
    "round.ask_close": gettext_lazy("asked to close a round before its day"),
    "round.decline_close": gettext_lazy("said no to closing a round before its day"),
    "round.close": gettext_lazy("closed a round before its day"),
    "round.released": gettext_lazy("closed a round and opened its result"),
    "round.lost": gettext_lazy("at the server: gave up a round that could not go on"),
    "round.delete": gettext_lazy("deleted a round"),
    "room.create": gettext_lazy("planned a class"),
    "exercise.save": gettext_lazy("saved an own exercise"),
    "exercise.delete": gettext_lazy("deleted an own exercise"),
    "course.create": gettext_lazy("made a course"),
    "course.change": gettext_lazy("changed what is agreed about a course"),
    "course.class": gettext_lazy("made one more class of a course"),
    "course.days": gettext_lazy("changed the days of a class"),
    "course.came": gettext_lazy("noted how many came to a day"),
    "course.told": gettext_lazy("wrote to a class about a day that was changed"),
    "course.people": gettext_lazy("changed who is on a class"),
    "course.sign_up": gettext_lazy("opened, changed or closed the link to sign up"),
    "course.delete": gettext_lazy("deleted a class of a course with everybody on it"),
    "course.reading.save": gettext_lazy("changed the reading list of a course"),
    "course.reading.remove": gettext_lazy("took a text off the reading list of a course"),
    "help.save": gettext_lazy("saved the list of help"),
    "logo.save": gettext_lazy("saved an own logo"),
    "logo.remove": gettext_lazy("took an own logo away"),
    "room.slides": gettext_lazy("changed the slides of a class"),
    "room.change": gettext_lazy("changed a planned class"),
    "room.finish": gettext_lazy("closed the day of a class"),
    "room.delete": gettext_lazy("deleted a class with everybody in it"),
    "result.share": gettext_lazy("shared a result with the leaders above"),
    "result.unshare": gettext_lazy("took a result back"),
    "line.show": gettext_lazy("showed the team the own line"),
    "line.hide": gettext_lazy("took the own line back"),
    "trait.choose": gettext_lazy("chose a trait"),
    "trait.edit": gettext_lazy("changed the words of a trait"),
    "trait.undo": gettext_lazy("took the last change of a trait back"),
    "plan.status": gettext_lazy("took stock of a plan"),
    "plan.status_undo": gettext_lazy("took a status of a plan back"),
    "trio.focus": gettext_lazy("chose what a TRIO works on"),
    "trio.agreement": gettext_lazy("changed a TRIO’s agreement"),
    "trio.plan": gettext_lazy("planned a TRIO meeting"),
    "trio.move": gettext_lazy("moved a TRIO meeting"),
    "trio.call_off": gettext_lazy("called a TRIO meeting off"),
    "trio.minutes": gettext_lazy("wrote the minutes of a TRIO meeting"),
    "trio.delete": gettext_lazy("deleted the minutes of a TRIO meeting"),
    "meeting.keep": gettext_lazy("took over for the unit what its team’s meeting handed over"),
    "meeting.off": gettext_lazy("deleted what the unit had kept of a team’s meeting"),
    "trio.matter": gettext_lazy("put a matter on the list for the yearly discussion"),
    "trio.matter_off": gettext_lazy("took a matter off the list for the yearly discussion"),
    "action.agree": gettext_lazy("agreed on an action"),
    "action.send": gettext_lazy("sent an idea to the plan"),
    "action.idea": gettext_lazy("noted an idea in the plan"),
    "action.edit": gettext_lazy("changed an action"),
    "action.consent": gettext_lazy("said yes to an action"),
    "action.follow_up": gettext_lazy("looked at an action again"),
    "action.undo": gettext_lazy("took the last thing back on an action"),
    "action.agreed": gettext_lazy("took an action up again"),
    "action.under_way": gettext_lazy("began on an action"),
    "action.tried": gettext_lazy("tried an action"),
    "action.keep": gettext_lazy("looked again: an action is kept"),
    "action.redo": gettext_lazy("looked again: an action is done in another way"),
    "action.drop": gettext_lazy("looked again: an action is let go"),
}


@dataclass(frozen=True)
class Told:
    """`what` was done, `about` whom or what ("" where nothing is known), and each thing that is another now."""

    what: str
    about: str
    changed: tuple[tuple[str, str, str], ...]


def told(change: Change) -> Told:
    """The line in words."""
    return Told(str(VERBS.get(change.verb, change.verb)), ", ".join(_about(change)), tuple(_changed(change)))


def somebody(one: Somebody) -> str:
    """A name, or what is left of a person who has been erased; "" for the program."""
    if one.name:
        return one.name
    return _("person %(number)d") % {"number": one.number} if one.number is not None else ""


def _about(change: Change) -> Iterator[str]:
    said = change.said
    if whose := somebody(change.whose):
        yield whose
    if "role" in said:
        yield role_name(said["role"])
    named = said.get("unit") or said.get("room") or said.get("course")
    where = named or ("" if "role" not in said else _("the whole organisation"))
    if where:
        yield str(where)
    if "made" in said:
        yield _("%(made)d new, %(changed)d changed") % {"made": said["made"], "changed": said["changed"]}
    if "closed" in said:
        yield _("%(closed)d closed") % {"closed": said["closed"]}
    if "ends" in said:
        yield _("until %(day)s") % {"day": _day(said["ends"])}
    if "closes" in said and change.verb in ("round.create", "round.release_sending"):
        yield _("closes %(day)s") % {"day": _day(said["closes"])}
    if "backup" in said:
        yield _("of %(day)s") % {"day": _day(said["backup"])}


def _changed(change: Change) -> Iterator[tuple[str, str, str]]:
    for field, (label, words) in _FIELDS.items():
        pair = change.said.get(field)
        if isinstance(pair, list) and len(pair) == 2:
            yield str(label), words(pair[0]), words(pair[1])


def _day(value: Any) -> str:
    return day(date.fromisoformat(value)) if value else _("no end")


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _place(value: Any) -> str:
    return str(value) if value else _("at the top")


def _yes(value: Any) -> str:
    return _("yes") if value else _("no")


_FIELDS: Mapping[str, tuple[Promise, Callable[[Any], str]]] = {
    "name": (gettext_lazy("name"), _plain),
    "headcount": (gettext_lazy("employees"), _plain),
    "above": (gettext_lazy("stands under"), _place),
    "until": (gettext_lazy("last day"), _day),
    "minimum": (gettext_lazy("shown from so many answers"), _plain),
    "language": (gettext_lazy("language"), _plain),
    "lends_rooms": (gettext_lazy("rooms without an account"), _yes),
}
