"""The card of whoever has just come in, kept ready: a room fills within a minute, and its cards differ in a few words.

What is a person's own has a mark in the text that is kept, and is filled in when the card is sent.
"""

from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape

from kulturspejl.faces.participant.joining import CARD
from kulturspejl.readers.rooms import Plate

WORDS, CALLED = "0WORDS0", "0CALLED0"
MOST = 32
"""About 4 kB each."""


class _At(HttpRequest):
    """Nobody's request, for a page at this address."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def get_full_path(self, force_append_slash: bool = False) -> str:
        return self._address


def text(plate: Plate, words: str, called: str, address: str, language: str) -> str:
    """The card's page in a language; `words` and `called` are "" where the phone has its own, and nobody's name."""
    ready = _ready(plate, WORDS if words else "", CALLED if called else "", address, language)
    # In this order: what somebody is called may hold anything.
    return ready.replace(WORDS, escape(words)).replace(CALLED, escape(called))


@lru_cache(maxsize=MOST)
def _ready(plate: Plate, words: str, called: str, address: str, language: str) -> str:
    with translation.override(language):
        return render_to_string(CARD, {"door": plate, "words": words, "called": called}, _At(address))
