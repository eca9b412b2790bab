"""The culture profile alone. The server gives the page and never hears of the numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.faces.respondent import figures, words
from kulturspejl.faces.respondent.screens import Asked, screens_of
from kulturspejl.faces.shared.compressed import compressed
from kulturspejl.faces.shared.mirror.content import cards_of
from kulturspejl.faces.shared.mirror.own import reading_of
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import alone, instruments

FORM = AnswerForm(total=10, preferred="drawn")


@compressed
@require_GET
def try_alone(request: HttpRequest) -> HttpResponse:
    """Seven screens and the picture, all in one page."""
    instrument = instruments.culture_profile()
    context = {
        "screens": screens_of(Asked(instrument, FORM, shows_letters=True)), "total": FORM.total,
        "unit_name": _("Where I work"), "minutes": instrument.minutes(FORM.total, FORM.preferred),
        "words": words.of_trying(), "reading": reading_of(instrument), "credit": say(instrument.credit),
        "cultures": cards_of(instrument),
        "others": alone.alone_list(language()), "own_figure": figures.own(instrument, FORM.total),
    }  # fmt: skip
    return render(request, "respondent/try_alone.html", context)
