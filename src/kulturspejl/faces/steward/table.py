"""All units as a table: pasted or from a file, looked at, then taken in; and the other way."""

import csv
import io
from collections.abc import Sequence

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import units
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.headings import understood
from kulturspejl.core.tables.people import BESIDE
from kulturspejl.core.tables.read import read
from kulturspejl.core.tables.row import Told
from kulturspejl.core.tables.units import UNIT_COLUMNS, Units, missing_columns, units_from
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.shared.text_file import ACCEPTED, LONGEST_TEXT, bytes_of
from kulturspejl.faces.steward.here import my_organisation, my_tree
from kulturspejl.readers.organisation import TreeLine


class TableForm(forms.Form):
    """Pasted text, or a file."""

    rows = forms.CharField(
        label=gettext_lazy("Paste the table here"), required=False, max_length=LONGEST_TEXT, strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocapitalize": "none"}),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or choose a file"), required=False, widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip

    def data_given(self) -> bytes | str:
        """What the file holds, else what was pasted; raises ValidationError where it is too large."""
        file = self.cleaned_data["file"]
        return bytes_of(file) if file else str(self.cleaned_data["rows"])


@require_http_methods(["GET", "POST"])
@login_required
def table(request: HttpRequest) -> HttpResponse:
    """Read, and on to what it would change: nothing is taken in here."""
    organisation_id = my_organisation(request)
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "GET":
        return render(request, "steward/unit_table.html", {"form": form})
    faults: Sequence[Told] = ()
    if form.is_valid():
        try:
            found, roles = _read(form.data_given())
            faults = found.faults
            if not faults:
                list_id = units.begin(
                    by=request.user, organisation_id=organisation_id, lines=found.lines, people=found.people,
                    roles=roles, told=[told_on_its_line(one) for one in found.told], form=sent_form(request),
                    now=clock.now(),
                )  # fmt: skip
                return redirect("unit_list", list_id)
        except forms.ValidationError as error:
            form.add_error("file", error)
        except Refused as refused:
            form.add_error(None, say(refused.text))
    return render(request, "steward/unit_table.html", {"form": form, "faults": faults}, status=422)


def _read(data: bytes | str) -> tuple[Units, list[str]]:
    """The units of the table, and which columns of people it has. Raises Refused where it cannot be understood."""
    found = read(data)
    mapping = understood(found.headings, wanted=UNIT_COLUMNS)
    if missing_columns(mapping):
        raise Refused(NO_NAMES)
    return units_from(found, mapping), [column.value for column in BESIDE if column in mapping.values()]


def told_on_its_line(one: Told) -> Text:
    """What is told, with the line that it is about."""
    if not one.line:
        return one.text
    return Text(da=f"Linje {one.line}: {one.text.da}", en=f"Line {one.line}: {one.text.en}")


NO_NAMES = Text(
    da="Ingen kolonne er forstået som enhedens navn. Kald den »Enhed« i den første linje.",
    en="No column is understood as the unit's name. Call it “Unit” in the first line.",
)


@require_GET
@login_required
def download(request: HttpRequest) -> HttpResponse:
    """The tree as CSV with its ids, to be changed in a spreadsheet and pasted again."""
    page = my_tree(request)
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["unit_id", "parent_id", "name", "headcount"])
    ids = {line.unit_id: handed_out_id(line) for line in page.lines}
    for line in page.lines:
        above = ids.get(line.parent, "") if line.parent else ""
        writer.writerow([ids[line.unit_id], above, harmless(line.name), line.headcount])
    answer = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{say(_("units"))}.csv"'
    return answer


def handed_out_id(line: TreeLine) -> str:
    """The own id where a spreadsheet leaves it as it is, else ours: of 0012, 1E5 or MAR1 it makes something else."""
    own_id = line.own_id
    is_safe = own_id.isascii() and own_id.isdecimal() and len(own_id) < 12 and own_id[0] != "0"
    return own_id if is_safe else str(line.unit_id)


def harmless(name: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name

