"""An instance where nine people in Hjemmepleje Nord are being asked, for journeys in a real browser."""

import json
from pathlib import Path

from tests.fixtures.served import Server

ROOT = Path(__file__).resolve().parents[2]
ASK = f"""
import sys, json
from datetime import UTC, datetime, timedelta
sys.path.insert(0, {str(ROOT)!r})
from tests.actions.town import found_town, open_round, long_codes
now = datetime.now(UTC) - timedelta(minutes=1)
print(json.dumps(long_codes(open_round(found_town(headcount=40, now=now), cards=40, now=now))))
"""
COUNT = """
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.vault.sealing import held_in
print(sum(held_in(box.sealed, HEAD + 2 * 28) for box in Box.objects.all()))
"""
CLOSE = """
from kulturspejl.records.models import Round
from datetime import UTC, datetime
Round.objects.update(closes_at=datetime.now(UTC))
"""


def ask(server: Server) -> list[str]:
    """Everybody's link code in an open round; the instance must be empty before."""
    return list(json.loads(server.python(ASK).splitlines()[-1]))


def stored(server: Server) -> int:
    """How many answers lie in the boxes."""
    return int(server.python(COUNT).splitlines()[-1])
