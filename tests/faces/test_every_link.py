"""Whatever a page shows as a link opens for whoever sees it: everybody of the demo, and every role at every depth."""

import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from kulturspejl.actions import people
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Organisation, Unit, UnitVersion, User
from tests.fixtures.prepared import STORE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LINK = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
MADE = re.compile(r"\.(pdf|csv|zip|json)\b|/cards\b|/table/")
"""Files take their time, and each is asked for once a role; pages are all opened."""
NEW, SOME = "@nye.test", 3
"""Leaders of the demo see the same pages of units beside each other: three stand for them."""
FEW = 6
"""Of one kind of page in every run, and ten times as many in a sweep."""
ANYWHERE = {Role.STEWARD, Role.HR, Role.FACILITATOR}


@pytest.fixture
def town(demo_folder, settings, tmp_path, monkeypatch):
    """The demo's year, as it was made for this run, and somebody new for every role at every depth of the tree."""
    var = shutil.copytree(demo_folder / "var", tmp_path / "var")
    settings.KULTURSPEJL_VAR, settings.KULTURSPEJL_KEYS = var, var / "keys"
    now = timezone.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    connection.ensure_connection()
    with closing(sqlite3.connect(var / STORE)) as made:
        made.backup(connection.connection)
    organisation = Organisation.objects.get()
    steward = User.objects.get(grants__role=Role.STEWARD)
    for role in Role:
        for unit in [None] if role in ANYWHERE else list(deep(organisation)):
            name = f"{role} {unit.id.hex[:4] if unit else 'overalt'}"
            email = f"{role}{unit.id.hex[:8] if unit else ''}{NEW}".lower()
            people.grant(by=steward, organisation_id=organisation.id, email=email, name=name, role=role,
                         unit_id=unit.id if unit else None, ends=None, now=now)  # fmt: skip
    return now + timedelta(minutes=1)


def deep(organisation: Organisation) -> Iterator[Unit]:
    """The top, and a leaf below its widest branches."""
    below: dict[object, list[Unit]] = {}
    for version in UnitVersion.objects.filter(unit__organisation=organisation, valid_to=None).order_by("name"):
        below.setdefault(version.parent_id, []).append(version.unit)
    here = None
    while here in below:
        unit = max(below[here], key=lambda one: len(below.get(one.id, [])))
        if here is None or unit.id not in below:
            yield unit
        here = unit.id


def links(page: str) -> set[str]:
    """The addresses of this instance to which a page leads."""
    found = {unescape(link) for link in LINK.findall(page)}
    return {link for link in found if link.startswith("/") and not link.startswith(("//", settings.STATIC_URL))}


def crawl(client: Client, files: set[str], most: int) -> dict[str, str]:
    """Every address that somebody is led to and that does not open, with the page that leads there.

    At most so many of one kind, as pages of units beside each other are.
    """
    waiting, known, dead = [("/", ""), ("/home", "/")], {"/", "/home"}, {}
    kinds: Counter[str] = Counter()
    while waiting:
        address, led_by = waiting.pop()
        kind = re.sub(r"[0-9a-f-]{36}", "*", urlsplit(address).path)
        kinds[kind] += 1
        if kinds[kind] > most:
            continue
        if MADE.search(address):
            if kind in files:
                continue
            files.add(kind)
        reply = client.get(address, follow=True)
        if reply.status_code >= 400:
            dead[f"{reply.status_code} {address}"] = led_by
        elif "html" in reply.headers.get("Content-Type", ""):
            new = {link.split("#")[0] for link in links(reply.content.decode())} - known
            known |= new
            waiting += [(link, address) for link in new]
    return dead


def one_of_each_first(users: list[User]) -> list[User]:
    """Somebody of every role before a second of any."""
    rank: dict[str, int] = {}
    order = {}
    for user in users:
        role = str(user.grants.order_by("id").first().role)
        rank[role] = rank.get(role, 0) + 1
        order[user.id] = (rank[role], role)
    return sorted(users, key=lambda user: order[user.id])


def test_whatever_a_page_leads_to_opens(town, scale):
    files: set[str] = set()
    seen, most = 0, scale(FEW * 10)
    leaders = [user.id for user in User.objects.filter(grants__role=Role.LEADER).exclude(email__endswith=NEW)]
    users = User.objects.filter(grants__isnull=False).exclude(id__in=leaders[SOME:]).distinct().order_by("name")
    for user in one_of_each_first(list(users))[: scale(10 * len(Role))]:
        client = Client(headers={"accept-language": "da"})
        client.force_login(user)
        assert crawl(client, files, most) == {}, str(user)
        seen += 1
    assert crawl(Client(headers={"accept-language": "da"}), files, most) == {}, "nobody in particular"
    assert seen >= len(Role)
    assert len(files) >= 3
