"""Whoever is too late with a decision about a round lands on its page, and is told so there."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kulturspejl.core.errors import Conflict
from kulturspejl.faces.shared.templatetags.saying import say

Request = TypeVar("Request", bound=HttpRequest)


def on_the_round(
    view: Callable[[Request, uuid.UUID], HttpResponse],
) -> Callable[[Request, uuid.UUID], HttpResponse]:
    """Around a view of one round."""

    @wraps(view)
    def landed(request: Request, round_id: uuid.UUID) -> HttpResponse:
        try:
            return view(request, round_id)
        except Conflict as moved_on:
            messages.warning(request, say(moved_on.text))
            return redirect("round_page", round_id)

    return landed
