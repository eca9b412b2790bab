"""Addresses of the trio face: reading what is asked, and releasing the sending."""

from django.urls import URLPattern, path

from kulturspejl.faces.trio import cards, closing, letters, release

urlpatterns: list[URLPattern] = [
    path("rounds/<uuid:round_id>/release", release.release, name="round_release"),
    path("rounds/<uuid:round_id>/hold", release.hold, name="round_hold"),
    path("rounds/<uuid:round_id>/resume", release.resume, name="round_resume"),
    path("rounds/<uuid:round_id>/cards.pdf", cards.cards, name="round_cards"),
    path("rounds/<uuid:round_id>/close/answer", closing.answer_close, name="round_close_answer"),
    path("rounds/<uuid:round_id>/letters", letters.letters, name="round_letters"),
    path("rounds/<uuid:round_id>/letters/<uuid:invitation>/card.pdf", letters.own_card, name="round_own_card"),
]
