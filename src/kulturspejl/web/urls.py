"""All addresses: each face brings its own."""

from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path

from kulturspejl.web.first_words import ByFirstWord


def closed(_request: HttpRequest, **_words: Any) -> NoReturn:
    """What allauth offers and this house does not: accounts and their addresses are the steward's."""
    raise Http404


handler400 = "kulturspejl.web.errors.unreadable"
urlpatterns = [
    ByFirstWord(
        [
            path("", include("kulturspejl.faces.shared.urls")),
            path("", include("kulturspejl.faces.respondent.urls")),
            path("", include("kulturspejl.faces.leader.urls")),
            path("", include("kulturspejl.faces.trio.urls")),
            path("", include("kulturspejl.faces.steward.urls")),
            path("", include("kulturspejl.faces.facilitator.urls")),
            path("", include("kulturspejl.faces.participant.urls")),
            path("", include("kulturspejl.faces.models.urls")),
            path("account/signup/", closed),
            path("account/email/", closed),
            path("account/confirm-email/", closed),
            path("account/confirm-email/<path:key>", closed),
            path("account/password/reset/", closed),
            path("account/password/reset/<path:key>", closed),
            path("account/", include("allauth.urls")),
        ]
    )
]
