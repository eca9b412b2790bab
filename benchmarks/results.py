"""T17: CPU of a reader's result, in a round of 500 units: every role and way, a refusal, and by code; aim 20 ms.

In one process, by Django's own client: what the server does for a page without the network. All ways take turns;
medians. The drawing of a PDF by Typst counts too, so it has a line of its own and no aim. `--units` makes it larger.
"""

import argparse
import os
import sys
import time
from statistics import median

import tests.environment  # noqa: F401 - before Django reads its settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")

import django
import numpy as np

django.setup()

from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from kulturspejl.actions import closing  # noqa: E402
from kulturspejl.actions.mailing import open_codes  # noqa: E402
from kulturspejl.faces.shared import clock  # noqa: E402
from kulturspejl.records.models import Invitation, RoundUnit  # noqa: E402
from tests import municipality  # noqa: E402
from tests.actions import town  # noqa: E402

AIM_MS = 20
TURNS = 20
WAYS = (
    ("leader", "own", 200), ("AMR", "own", 200), ("TR", "own", 200), ("leader above", "top", 200), ("HR", "top", 200),
    ("leader above", "own", 404), ("HR", "own", 404), ("facilitator", "own", 404), ("leader", "own/result.pdf", 200),
    ("leader above", "top/result.pdf", 200),
)  # fmt: skip


def addresses(units: int) -> dict[str, tuple[Client, str, int]]:
    """A round over so many units, closed; who asks for what, and what they get."""
    found = municipality.found(units)
    round_id = municipality.ask(found, each=6)
    municipality.let_out(found, round_id)
    ids = {
        name: str(RoundUnit.objects.get(round_id=round_id, unit=unit).id)
        for name, unit in (("own", found.teams[0]), ("top", found.top))
    }
    code, _ = open_codes(round_id, Invitation.objects.filter(round_unit__id=ids["own"]).exclude(address="")[0])
    municipality.answer(found, round_id, few=6)
    closing.close(round_id=round_id, now=town.NOW, rng=np.random.default_rng(1))
    asked: dict[str, tuple[Client, str, int]] = {}
    for who, way, status in WAYS:
        unit, _, rest = way.partition("/")
        asked[f"{who} {way}"] = (Client(), f"/results/{ids[unit]}" + (f"/{rest}" if rest else ""), status)
        asked[f"{who} {way}"][0].force_login(found.who[who])
    return asked | {"code": (Client(), f"/r/{code}", 200), "code/result.pdf": (Client(), f"/r/{code}/result.pdf", 200)}


def cpu_ms(client: Client, address: str, status: int) -> float:
    """CPU milliseconds of one page."""
    began = time.process_time_ns()
    got = client.get(address, follow=True).status_code
    if got != status:
        raise SystemExit(f"{address}: {got} instead of {status}")
    return (time.process_time_ns() - began) / 1e6


def main() -> int:
    """Print a table; 1 where a page other than a PDF misses the aim."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.results", description=__doc__)
    given.add_argument("--units", type=int, default=500)
    units = given.parse_args().units
    clock.now = lambda: town.NOW
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        asked = addresses(units)
        taken: dict[str, list[float]] = {way: [] for way in asked}
        for turn in range(TURNS + 1):
            for way, page in asked.items():
                once = cpu_ms(*page)
                if turn:  # the first is what a process pays once
                    taken[way].append(once)
    finally:
        teardown_databases(databases, verbosity=0)
    print(f"CPU ms of a result, {units} units, median of {TURNS} turns (load {os.getloadavg()[0]:.1f})")
    for way, spent in taken.items():
        print(f"{way:28} {asked[way][2]}  {median(spent):6.1f}")
    slowest = max(median(spent) for way, spent in taken.items() if not way.endswith(".pdf"))
    print(f"T17: {slowest:.1f} ms of at most {AIM_MS}: {'reached' if slowest <= AIM_MS else 'missed'}")
    return int(slowest > AIM_MS)


if __name__ == "__main__":
    sys.exit(main())
