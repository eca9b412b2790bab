"""One exercise alone. The server gives the page and never hears of what is written on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import alone


@require_safe
def try_exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """Its steps one under the other. NotThere for one that takes others."""
    return render(request, "respondent/try_exercise.html", {"alone": alone.alone(exercise, language())})
