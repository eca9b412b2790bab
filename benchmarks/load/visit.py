"""One person's way from code to stored answer over HTTP, as the page's own script does it."""

import base64

from benchmarks.load.http import Connection
from benchmarks.load.people import Person, numbered

STORED = (200, 201)


async def visit(connection: Connection, person: Person) -> int:
    """The page of questions, as a browser gets it, then the answer; the last status."""
    page = await connection.get(f"/r/{person.code}", "gzip, br")
    return await answer(connection, person) if page.status == 200 else page.status


async def answer(connection: Connection, person: Person) -> int:
    """Admit and submit; the last status. May be repeated for the same person until it says stored."""
    if not person.voucher:
        secret = base64.b64encode(bytes.fromhex(person.secret)).decode()
        reply = await connection.post(f"/r/{person.code}/admit", {"blinded": secret})
        if reply.status != 200:
            return reply.status
        person.voucher = reply.json()["voucher"]
    data = {"voucher": person.voucher, "id": person.retry_id, "answers": numbered(person.number)}
    return (await connection.post("/answers", data)).status
