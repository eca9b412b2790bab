"""People and their permissions as a list: taken in from a table, and handed out as one."""

import csv
import io

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import units
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.harmless import guarded
from kulturspejl.core.tables.headings import Column, understood
from kulturspejl.core.tables.people import PEOPLE_COLUMNS, People, people_from, with_addresses
from kulturspejl.core.tables.read import read
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import handed_out
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.steward.here import my_organisation, my_tree
from kulturspejl.faces.steward.table import TableForm, handed_out_id, told_on_its_line
from kulturspejl.readers import organisation as reader

WORDS = {Role.LEADER: Text(da="leder", en="leader"), Role.STEWARD: Text(da="administrator", en="administrator")}
"""Roles that are not written as they are called everywhere."""


@require_http_methods(["GET", "POST"])
@needs_login
def people_table(request: SignedIn) -> HttpResponse:
    """Read, and on to what it would change: nothing is given or ended here."""
    organisation_id = my_organisation(request)
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "GET":
        return render(request, "steward/people_table.html", {"form": form})
    faults: list[Told] = []
    if form.is_valid():
        try:
            found = _read(form.data_given(is_new=True))
            faults = found.faults
            if not faults:
                list_id = units.begin(
                    by=request.user, organisation_id=organisation_id, people=found.lines,
                    told=[told_on_its_line(one) for one in found.told], form=sent_form(request), now=clock.now(),
                )  # fmt: skip
                return redirect("unit_list", list_id)
        except forms.ValidationError as error:
            form.add_error("file", error)
        except Refused as refused:
            form.add_error(None, say(refused.text))
    return render(request, "steward/people_table.html", {"form": form, "faults": faults}, status=422)


@require_GET
@needs_login
def download(request: SignedIn) -> HttpResponse:
    """Everybody with a permission, as a file that a spreadsheet opens in columns and that can be taken in again."""
    page = my_tree(request)
    own_ids = {line.unit_id: handed_out_id(line) for line in (*page.lines, *page.closed)}
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["person", "email", _("role"), "unit_id", _("unit")])
    for line in reader.people(request.user, page.id, now=clock.now()):
        where = (own_ids.get(line.unit_id, ""), line.where.name) if line.unit_id and line.where else ("", "")
        writer.writerow([guarded(cell) for cell in (line.person, line.email, _word(line.role), *where)])
    return handed_out(lines.getvalue(), _("people"), "csv")


def _read(data: bytes | str) -> People:
    """The people of the table. Raises Refused where it cannot be understood."""
    found = read(data)
    mapping = with_addresses(found, understood(found.headings, wanted=PEOPLE_COLUMNS))
    if not {Column.ADDRESS, Column.ROLE} <= set(mapping.values()):
        raise Refused(NO_COLUMNS)
    return people_from(found, mapping)


def _word(role: Role) -> str:
    return say(WORDS[role]) if role in WORDS else role.value.upper() if len(role.value) < 4 else role.value


NO_COLUMNS = Text(
    da="Der skal være en kolonne med mailadresser og en med roller. Kald dem »Mail« og »Rolle« i den første linje.",
    en="There must be a column with mail addresses and one with roles. Call them “Mail” and “Role” in the first line.",
)
