"""Addresses of the trio face: reading what is asked, and releasing the sending."""

from django.urls import URLPattern, path

from kulturspejl.faces.trio import cards, release

urlpatterns: list[URLPattern] = [
    path("rounds/<uuid:round_id>/release", release.release, name="round_release"),
    path("rounds/<uuid:round_id>/hold", release.hold, name="round_hold"),
    path("rounds/<uuid:round_id>/resume", release.resume, name="round_resume"),
    path("rounds/<uuid:round_id>/cards.pdf", cards.cards, name="round_cards"),
]
