"""Coming into a room, and what phones hand in to it. Key and answer without a name never come to one address."""

from functools import partial

from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import writer
from kulturspejl.actions.rooms import Joined, contributing
from kulturspejl.actions.rooms.joining import entrance
from kulturspejl.actions.rooms.notes import Outcome
from kulturspejl.core.errors import NotThere, Unready
from kulturspejl.faces.participant import cards, doors, handing_in, joining, keys
from kulturspejl.readers import rooms
from kulturspejl.vault.wiping import wipe
from kulturspejl.web.door import incoming, waiting
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply, a_card, a_form, in_json, to_page

MESSAGES = CookieStorage.cookie_name


async def come_in(head: Head, code: str, body: bytes) -> Reply | None:
    """`POST /room/<code>`, as `joining.join`; None where another page has left a message for the next one."""
    if not head.take_form(body) or MESSAGES in head.COOKIES:
        return None

    def order() -> writer.Order[Joined]:
        doors.guard(head, code)
        return entrance(code=code, **vars(joining.wish_of(head)))

    try:
        joined = await waiting.fulfilled(order)
    except Unready as error:
        return a_form(await waiting.apart(partial(_asked_again, head, code, error)))
    plate = await waiting.asked(lambda: rooms.plate(code))
    kept = joining.keep(head, HttpResponse(), plate.code, joined)
    called = joining.called(head, joined)
    return a_card(cards.text(plate, joined.words, called, head.get_full_path(), head.language), kept.cookies.values())


async def contribute(head: Head, code: str, body: bytes) -> Reply | None:
    """`POST /room/<code>/contributions` in JSON, as `handing_in.contributions`; None for the plain form."""
    if head.content_type != "application/json":
        return None

    def order() -> writer.Order[Outcome]:
        key = _key(head)
        came = incoming.read(incoming.contribution, body)
        return contributing.contribution(
            code=code, id=came.id, part=came.part, values=came.values, key=key, voucher=None
        )

    outcome = await waiting.fulfilled(order)
    wipe(body)
    return in_json(handing_in.STATUS[outcome], {"outcome": outcome})


async def done(head: Head, code: str, body: bytes) -> Reply | None:
    """`POST /room/<code>/do` with the verb "done", as `phone.do`; None for the other verbs."""
    if not head.take_form(body) or head.POST.get("verb") != "done":
        return None
    station = head.POST.get("station", "")[:40]
    await waiting.fulfilled(lambda: contributing.completion(code=code, key=_key(head), station=station))
    return to_page(reverse("room", args=[code]))


async def buy(head: Head, code: str, body: bytes) -> Reply:
    """`POST /room/<code>/voucher`, as `handing_in.voucher`."""

    def order() -> writer.Order[str]:
        key = _key(head)
        came = incoming.read(incoming.purchase, body)
        return contributing.purchase(code=code, part=came.part, secret=bytes.fromhex(came.secret), key=key)

    voucher = await waiting.fulfilled(order)
    return in_json(200, {"voucher": voucher})


async def without_a_name(_head: Head, code: str, body: bytes) -> Reply:
    """`POST /without-a-name/<code>`, as `handing_in.without_a_name`."""
    came = incoming.read(incoming.unsigned, body)
    contributing.require_voucher(came.voucher)
    outcome = await waiting.fulfilled(
        lambda: contributing.contribution(
            code=code, id=came.id, part=came.part, values=came.values, key=None, voucher=came.voucher
        )
    )
    return in_json(handing_in.STATUS[outcome], {"outcome": outcome})


def _asked_again(head: Head, code: str, error: Unready) -> HttpResponse:
    """The form with what is typed in it, and why nobody could be let in."""
    with translation.override(head.language):
        return joining.refused(head, rooms.door(code), error)


def _key(head: Head) -> str:
    """The phone's key; the action asks whose it is. NotThere for none: Django's way counts that, and a wrong one."""
    key = keys.key_in(head.COOKIES)
    if not key:
        raise NotThere(NOTHING_HERE)
    return key
