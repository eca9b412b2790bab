"""The two steps of an answer: a code for a voucher, a voucher for a place in the box. Neither knows the other."""

from kulturspejl.actions import eligibility, responses
from kulturspejl.faces.respondent import door_calls
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.readers.doors import is_short
from kulturspejl.web.door import waiting
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply, in_json


async def admit(head: Head, code: str, body: bytes) -> Reply:
    """`POST /r/<code>/admit`, as `door_calls.admit`."""
    blinded = door_calls.read_admission(body)
    if is_short(code):
        guesses.guard(head)
    voucher = await waiting.fulfilled(lambda: eligibility.admission(code=code, blinded=blinded, now=clock.now()))
    return in_json(200, {"voucher": voucher})


async def submit(_head: Head, _code: str, body: bytes) -> Reply:
    """`POST /answers`, as `door_calls.submit`."""
    came = door_calls.read_submission(body)
    outcome = await waiting.fulfilled(lambda: responses.submission(**vars(came), now=clock.now()))
    return in_json(door_calls.STATUS[outcome], door_calls.SAID)
