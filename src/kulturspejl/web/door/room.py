"""What phones hand in to a room, with and without a name. Key and answer without a name never come to one address."""

from django.http import QueryDict
from django.urls import reverse

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.rooms import contributing
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.participant import handing_in, keys
from kulturspejl.readers import rooms
from kulturspejl.web.door import waiting
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply, in_json, to_page


async def contribute(head: Head, code: str, body: bytes) -> Reply | None:
    """`POST /room/<code>/contributions` in JSON, as `handing_in.contributions`; None for the plain form."""
    key = _key(head, code)
    if head.content_type != "application/json":
        return None
    came = handing_in.contribution_of(handing_in.read(body))
    outcome = await waiting.fulfilled(lambda: contributing.contribution(code=code, **vars(came), key=key, voucher=None))
    return in_json(handing_in.STATUS[outcome], {"outcome": outcome})


async def done(head: Head, code: str, body: bytes) -> Reply | None:
    """`POST /room/<code>/do` with the verb "done", as `phone.do`; None for the other verbs."""
    key = _key(head, code)
    said = QueryDict(body) if head.content_type == "application/x-www-form-urlencoded" else QueryDict()
    if said.get("verb") != "done":
        return None
    station = said.get("station", "")[:40]
    await waiting.fulfilled(lambda: contributing.completion(code=code, key=key, station=station))
    return to_page(reverse("room", args=[code]))


async def buy(head: Head, code: str, body: bytes) -> Reply:
    """`POST /room/<code>/voucher`, as `handing_in.voucher`."""
    key = _key(head, code)
    came = handing_in.purchase_of(handing_in.read(body))
    voucher = await waiting.fulfilled(lambda: contributing.purchase(code=code, **vars(came), key=key))
    return in_json(200, {"voucher": voucher})


async def without_a_name(_head: Head, code: str, body: bytes) -> Reply:
    """`POST /without-a-name/<code>`, as `handing_in.without_a_name`."""
    data = handing_in.read(body)
    voucher = handing_in.voucher_of(data)
    contributing.require_voucher(voucher)
    came = handing_in.contribution_of(data)
    outcome = await waiting.fulfilled(
        lambda: contributing.contribution(code=code, **vars(came), key=None, voucher=voucher)
    )
    return in_json(handing_in.STATUS[outcome], {"outcome": outcome})


def _key(head: Head, code: str) -> str:
    """The key of somebody in the room. Raises NotThere: Django's way counts it as a wrong guess."""
    key = keys.key_in(head.COOKIES)
    if not rooms.is_in(code, key):
        raise NotThere(NOTHING_HERE)
    return key
