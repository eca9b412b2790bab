"""The list of models, and one of them with its figure, table, sections and questions."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kulturspejl.core.content.model import BLOCKS
from kulturspejl.drawing import figures
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.compressed import compressed
from kulturspejl.faces.shared.login import is_signed_in
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import local_help, reading
from kulturspejl.readers.teaching import teaching_of

SHAPE = 1.8
"""How many times as wide as high a figure may be where the page is as wide as a column of text."""


@compressed
@require_safe
def all_models(request: HttpRequest) -> HttpResponse:
    """Every model by the block of the day that it belongs to."""
    titles = {
        "course": _("The start workshop"), "environment": _("Psychosocial work environment"),
        "culture": _("Culture"), "learning": _("Learning and feedback"), "across": _("Across boundaries"),
        "day": _("The programme"), "balance": _("Balance and prevention"),
    }  # fmt: skip
    by_block = reading.by_block()
    blocks = [(titles[block], by_block[block]) for block in BLOCKS if block in by_block]
    return render(request, "models/list.html", {"blocks": blocks})


@compressed
@require_safe
def one_model(request: HttpRequest, model: str) -> HttpResponse:
    """One model; 404 for an unknown one."""
    found = reading.model(model)
    if found is None:
        raise Http404
    figure, lang = reading.figure_of(found, language(), request.GET.get("at", "")[:80]), language()
    drawn, title = replace(figure, has_own=True), say(found.name)
    page = figures.page_for(drawn, lang=lang, shape=SHAPE)
    before, after = reading.beside(found)
    # Whoever has an account finds the own workplace's list where the model speaks of it; others find the way to it.
    helps: tuple[local_help.HelpView, ...] = ()
    if found.opens == "help" and is_signed_in(request):
        helps = local_help.my_help(request.user, language=lang, now=clock.now())
    context = {
        "helps": helps,
        "model": found, "table": figures.as_table(figure, lang), "sentence": figures.as_sentence(figure, lang),
        "upright": mark_safe(figures.draw(drawn, title=title, lang=lang)),
        "lying": mark_safe(figures.draw(drawn, title=title, lang=lang, key="lying", page=page)),
        "scales": figures.own_scales(figure),
        "before": before, "after": after, "teach": teaching_of(found, lang),
    }  # fmt: skip
    return render(request, "models/model.html", context)
