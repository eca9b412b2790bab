"""The steward's front page: the tree of units."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.faces.steward.here import my_tree


@require_GET
@login_required
def organisation(request: HttpRequest) -> HttpResponse:
    """Units with the number of people, and what can be done to them."""
    context = {"page": my_tree(request), "has_second_way": is_mfa_enabled(request.user)}
    return render(request, "steward/organisation.html", context)
