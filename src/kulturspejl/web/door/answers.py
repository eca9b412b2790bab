"""The two steps of an answer: a code for a voucher, a voucher for a place in the box. Neither knows the other."""

from kulturspejl.actions import eligibility, responses
from kulturspejl.faces.respondent import door_calls
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.readers.doors import is_short
from kulturspejl.vault.wiping import wipe
from kulturspejl.web.door import incoming, waiting
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply, in_json

_TAKEN = {outcome: in_json(status, door_calls.SAID) for outcome, status in door_calls.STATUS.items()}


async def admit(head: Head, code: str, body: bytes) -> Reply:
    """`POST /r/<code>/admit`, as `door_calls.admit`."""
    came = incoming.read(incoming.admission, body)
    if is_short(code):
        guesses.guard(head)
    voucher = await waiting.fulfilled(
        lambda: eligibility.admission(code=code, blinded=came.blinded, now=clock.now())
    )
    return in_json(200, {"voucher": voucher})


async def submit(_head: Head, _code: str, body: bytes) -> Reply:
    """`POST /answers`, as `door_calls.submit`."""
    came = incoming.read(incoming.submission, body)
    outcome = await waiting.fulfilled(
        lambda: responses.submission(
            voucher=came.voucher, retry_id=came.id, answers=came.answers, now=clock.now()
        )
    )
    wipe(body)
    return _TAKEN[outcome]
