"""All units as a table: pasted or from a file, looked at, then taken in; and the other way."""

import csv
import io

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import unit_table
from kulturspejl.core.errors import Faulty
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
    """The first post shows what it would change, the second does it."""
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
    context = {"form": TableForm({"rows": text}) if text else form, "faults": read.faults, "rows": read.rows}
    if not read.faults:
        try:
            if request.POST.get("step") == "take":
                change = unit_table.import_units(
                    by=request.user, organisation_id=organisation_id, rows=read.rows, form=sent_form(request),
                    now=clock.now(),
                )  # fmt: skip
                messages.success(request, _said(change))
                return redirect("organisation")
            context["change"] = unit_table.change_of(organisation_id, read.rows, now=clock.now())
        except Faulty as faulty:
            context["faults"] = [(int(line), text) for line, text in faulty.fields.items()]
    return render(request, "steward/unit_table.html", context, status=422 if context["faults"] else 200)


@require_GET
@login_required
def download(request: HttpRequest) -> HttpResponse:
    """The tree as CSV with its ids, to be changed in a spreadsheet and pasted again."""
    page = my_tree(request)
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["unit_id", "parent_id", "name", "headcount"])
    for line in page.lines:
        writer.writerow([line.unit_id, line.parent or "", _harmless(line.name), line.headcount])
    answer = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{say(_("units"))}.csv"'
    return answer


def _harmless(name: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name


def _said(change: unit_table.Change) -> str:
    words = {"made": change.made, "changed": change.changed, "same": change.same}
    return _("%(made)s new units, %(changed)s changed, %(same)s as they were.") % words
