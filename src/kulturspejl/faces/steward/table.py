"""All units as a table: pasted or from a file, looked at, then taken in; and the other way."""

import csv
import io

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import unit_table, units
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.harmless import guarded
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.shared.text_file import text_of
from kulturspejl.faces.steward.here import my_organisation, my_tree

LONGEST = 900_000


class TableForm(forms.Form):
    """Pasted text, or a file."""

    rows = forms.CharField(
        label=gettext_lazy("Paste the table here"), required=False, max_length=LONGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocapitalize": "none"}),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or choose a file"), required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
    )  # fmt: skip

    def text(self) -> str:
        """The file's text, else what was pasted."""
        file = self.cleaned_data["file"]
        return text_of(file, LONGEST) if file else str(self.cleaned_data["rows"])


@require_http_methods(["GET", "POST"])
@login_required
def table(request: HttpRequest) -> HttpResponse:
    """Read, and on to what it would change: nothing is taken in here."""
    organisation_id = my_organisation(request)
    if request.method == "GET":
        return render(request, "steward/unit_table.html", {"form": TableForm()})
    form = TableForm(request.POST, request.FILES)
    try:
        text = form.text() if form.is_valid() else ""
    except forms.ValidationError as error:
        form.add_error("file", error)
        text = ""
    read = unit_table.read_units(text)
    if not read.faults:
        try:
            list_id = units.begin(
                by=request.user, organisation_id=organisation_id, lines=unit_table.as_lines(read.rows),
                form=sent_form(request), now=clock.now(),
            )  # fmt: skip
            return redirect("unit_list", list_id)
        except Refused as refused:
            form.add_error(None, say(refused.text))
    context = {"form": TableForm({"rows": text}) if text else form, "faults": read.faults}
    return render(request, "steward/unit_table.html", context, status=422)


@require_GET
@login_required
def download(request: HttpRequest) -> HttpResponse:
    """The tree as CSV with its ids, to be changed in a spreadsheet and pasted again."""
    page = my_tree(request)
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["unit_id", "parent_id", "name", "headcount"])
    ids = {line.unit_id: _handed_out(line.own_id) or str(line.unit_id) for line in page.lines}
    for line in page.lines:
        above = ids.get(line.parent, "") if line.parent else ""
        row = (ids[line.unit_id], above, line.name, str(line.headcount))
        writer.writerow([guarded(cell) for cell in row])
    answer = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{say(_("units"))}.csv"'
    return answer


def _handed_out(own_id: str) -> str:
    """An own id that a spreadsheet leaves as it is; of 0012, 1E5 or MAR1 it would make something else."""
    return own_id if own_id.isascii() and own_id.isdecimal() and len(own_id) < 12 and own_id[0] != "0" else ""
