"""The organisation's own list of help: written and gone through by its administrator."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import day_of, require_in
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import Faulty
from kulturspejl.core.local_help import KINDS, LONGEST_KEEPER, HelpLine, written
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import HelpList, Organisation, User


def save_help(
    *, by: User, organisation_id: uuid.UUID, lines: Mapping[str, Mapping[str, str]], keeper: str, now: datetime
) -> None:
    """Keep the list, {kind: {field: words}}, as gone through today. Faulty has a sentence for "<kind>.<field>".

    The same again on the same day is no change.
    """
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        said = one_line(keeper)
        found, faults = _read(lines)
        faults |= without_room({"keeper": said}, {"keeper": LONGEST_KEEPER})
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        wanted = {"lines": [line.to_json() for line in found], "keeper": said, "looked_on": day_of(now)}
        before = HelpList.objects.filter(organisation_id=organisation_id).first()
        if before and all(getattr(before, name) == value for name, value in wanted.items()):
            return
        HelpList.objects.update_or_create(organisation_id=organisation_id, defaults=wanted)
        note(by=by, organisation_id=organisation_id, verb="help.save", about=organisation_id, now=now)


def _read(lines: Mapping[str, Mapping[str, str]]) -> tuple[list[HelpLine], dict[str, Text]]:
    found: list[HelpLine] = []
    faults: dict[str, Text] = {}
    for kind in KINDS:
        line, wrong = written(kind, lines.get(kind, {}))
        faults |= {f"{kind}.{name}": text for name, text in wrong.items()}
        if line:
            found.append(line)
    return found, faults
