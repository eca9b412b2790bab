"""The page of questions: one indexed row, the text that is made already, and what is a person's own filled in."""

from functools import partial

from django.core.exceptions import DisallowedHost
from django.utils import translation

from kulturspejl.faces.respondent import answer
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.readers import asking
from kulturspejl.readers.asking import Asking
from kulturspejl.readers.doors import is_short
from kulturspejl.web.door import waiting
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply, a_page


async def page(head: Head, code: str, _body: bytes) -> Reply | None:
    """`GET /r/<code>`, as `answer.answer`; None for all pages but the one on which nothing is typed yet."""
    if not _is_host(head) or answer.ORDER in head.GET:
        return None
    if is_short(code):
        guesses.guard(head)
    found: object = await waiting.asked(lambda: asking.at_hand(code, now=clock.now()))
    if found is None:
        found = await waiting.apart(lambda: asking.for_code(code, now=clock.now()))
    if not isinstance(found, Asking):
        return None
    with translation.override(head.language):
        is_ready = answer.is_ready(found)
    made = partial(_text, head, code, found)
    return a_page(made() if is_ready else await waiting.apart(made))


def _text(head: Head, code: str, found: Asking) -> str:
    with translation.override(head.language):
        return answer.fresh(code, found)


def _is_host(head: Head) -> bool:
    try:
        return bool(head.get_host())
    except DisallowedHost:
        return False
