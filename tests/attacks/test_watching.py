"""While a round is open: whoever watches the pages, and whoever reads the tables, sees nobody answer."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection

from kulturspejl.actions import mailing
from kulturspejl.records.ballots import Box
from kulturspejl.records.gates import Gate
from tests import people
from tests.actions import town
from tests.attacks.test_rude_input import reachable

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
OF_ACCOUNTS = ("/account/", "/people/")
"""When an account was used last stands there; whoever answers has none."""
WATCHERS = ("leader", "amr", "tr", "steward", "hr")


def signed_in(at, where):
    """The watchers' browsers. Who signs in is seen on pages, so each does it once, before anything is compared."""
    return {who: at(getattr(where, who), "da") for who in WATCHERS}


def seen_by_all(browsers, round_id) -> dict[str, str]:
    """Every page that any of them can reach, as words."""
    pages = {}
    for who, client in browsers.items():
        found = {address: page.text for address, page in reachable(client, "/home").items()}
        found[f"/rounds/{round_id}"] = client.get(f"/rounds/{round_id}").content.decode(errors="replace")
        for address, text in found.items():
            if not address.startswith(OF_ACCOUNTS):
                pages[f"{who} {address}"] = plain(text)
    return pages


def plain(text: str) -> str:
    """A page without what is new each time it is asked for."""
    return re.sub(
        r'((?:csrfmiddlewaretoken|form_id|secret|retry_id)" value=")[\w-]+',
        r"\1",
        text,
    )


def tables() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the two that are sealed."""
    sealed = {Box._meta.db_table, Gate._meta.db_table}
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            name = model._meta.db_table
            if name not in sealed:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
                found[name] = sorted(map(repr, cursor.fetchall()))
    return found


@pytest.fixture
def made():
    made = people.open_round(people.team(12), mails=12)
    mailing.send_due(now=town.NOW)
    return made


def test_no_page_changes_when_somebody_answers_between_two_coarse_words(at, made):
    browsers = signed_in(at, made.town)
    before = seen_by_all(browsers, made.id)
    town.answer(made.codes[0], town.profile(4, 2, 2))
    assert seen_by_all(browsers, made.id) == before
    assert len(before) > 30


def test_no_row_tells_that_or_when_somebody_answered(made):
    before = tables()
    for code in made.codes[:8]:
        town.answer(code, town.profile(4, 2, 2))
    after = tables()
    assert {name for name in after if after[name] != before[name]} == set()
    assert len(before) > 15


def test_a_reminder_is_the_same_for_who_has_answered_and_who_has_not(made, mailoutbox):
    from kulturspejl.actions import rounds

    town.answer(made.codes[0], town.profile(4, 2, 2))
    mailoutbox.clear()
    rounds.remind(by=made.town.leader, round_id=made.id, now=town.NOW + timedelta(days=2))
    mailing.send_due(now=town.NOW)
    assert len(mailoutbox) == 12

    def without_code(letter):
        return re.sub(r"/r/\S+|\b[A-Z0-9]{4}[ -][A-Z0-9]{4}\b", "…", letter.body, flags=re.IGNORECASE)

    assert len({without_code(letter) for letter in mailoutbox}) == 1
    assert len({letter.subject for letter in mailoutbox}) == 1


def test_a_card_looks_the_same_before_and_after_it_was_used(at, made):
    card = f"/r/{made.codes[3]}"
    before = at(None, "da").get(card)
    town.answer(made.codes[3], town.profile(4, 2, 2))
    after = at(None, "da").get(card)
    assert before.status_code == after.status_code
    assert plain(before.content.decode()) == plain(after.content.decode())
