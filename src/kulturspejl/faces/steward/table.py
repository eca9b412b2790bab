"""All units as a table: pasted or from a file, looked at, then taken in; and the other way."""

import csv
import io
import uuid
from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import units
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.harmless import guarded
from kulturspejl.core.tables.read import read
from kulturspejl.core.tables.row import Told
from kulturspejl.core.tables.units import units_from
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import handed_out
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.shared.text_file import ACCEPTED, LONGEST_TEXT, bytes_of
from kulturspejl.faces.steward import table_columns as columns
from kulturspejl.faces.steward.here import my_organisation, my_tree
from kulturspejl.faces.steward.table_columns import as_given
from kulturspejl.readers import headings as reader
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

    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def data_given(self, *, is_new: bool) -> bytes | str:
        """What the file holds, else the file that was asked about, else what was pasted; `is_new` is another list.

        Raises ValidationError where it is too large.
        """
        file, kept = self.cleaned_data["file"], "" if is_new else self.cleaned_data["kept"]
        return bytes_of(file) if file else as_given(kept) or str(self.cleaned_data["rows"])


@require_http_methods(["GET", "POST"])
@needs_login
def table(request: SignedIn) -> HttpResponse:
    """Read, asked about, and on to what it would change: nothing is taken in here."""
    organisation_id = my_organisation(request)
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "GET":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        return _read(request, organisation_id, form)
    except forms.ValidationError as error:
        form.add_error("file", error)
    except Refused as refused:
        form.add_error(None, say(refused.text))
    return _page(request, form, status=422)


def _read(request: SignedIn, organisation_id: uuid.UUID, form: TableForm) -> HttpResponse:
    """On to the difference, or what has to be asked or mended first. Raises Refused, ValidationError."""
    picked = columns.chosen(request.POST)
    data = form.data_given(is_new=picked.is_new)
    found = read(data, encoding=picked.encoding, sheet=picked.sheet, has_headings=picked.has_headings)
    said = reader.explained(request.user, organisation_id, now=clock.now())
    is_wanted = request.POST.get("step") == "columns"
    asked = columns.questions(found, said, picked, columns.as_kept(data), is_wanted=is_wanted)
    if asked is not None:
        return _page(request, form, asked, status=422 if asked.faults else 200)
    mapping = columns.mapping_of(found, said, picked)
    if picked.answers is not None:
        learned = columns.learned(found, mapping)
        units.explain(by=request.user, organisation_id=organisation_id, said=learned, now=clock.now())
    lines = units_from(found, mapping)
    if lines.faults:
        return _page(request, form, faults=lines.faults, status=422)
    list_id = units.begin(
        by=request.user, organisation_id=organisation_id, lines=lines.lines, people=lines.people, roles=lines.roles,
        told=[told_on_its_line(one) for one in lines.told], form=sent_form(request), now=clock.now(),
    )  # fmt: skip
    return redirect("unit_list", list_id)


def _page(
    request: HttpRequest, form: TableForm, asked: columns.Questions | None = None, faults: Sequence[Told] = (),
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {"form": form, "asked": asked, "faults": faults}
    return render(request, "steward/unit_table.html", context, status=status)


def told_on_its_line(one: Told) -> Text:
    """What is told, with the line that it is about."""
    if not one.line:
        return one.text
    return filled(Text(da="Linje {line}: {text}", en="Line {line}: {text}"), line=one.line, text=one.text)


@require_GET
@needs_login
def download(request: SignedIn) -> HttpResponse:
    """The tree as CSV with its ids, to be changed in a spreadsheet and pasted again."""
    page = my_tree(request)
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["unit_id", "parent_id", "name", "headcount"])
    ids = {line.unit_id: handed_out_id(line) for line in page.lines}
    for line in page.lines:
        above = ids.get(line.parent, "") if line.parent else ""
        row = (ids[line.unit_id], above, line.name, str(line.headcount))
        writer.writerow([guarded(cell) for cell in row])
    return handed_out(lines.getvalue(), _("units"), "csv")


def handed_out_id(line: TreeLine) -> str:
    """The own id where a spreadsheet leaves it as it is, else ours: of 0012, 1E5 or MAR1 it makes something else."""
    own_id = line.own_id
    is_safe = own_id.isascii() and own_id.isdecimal() and len(own_id) < 12 and own_id[0] != "0"
    return own_id if is_safe else str(line.unit_id)
