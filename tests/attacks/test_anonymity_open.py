"""While a round is open, by the pages' own addresses: no bell, no row, no cookie, no file and no line of log tells."""

import json
import logging
import re
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from kulturspejl.actions import mailing
from kulturspejl.live import bell
from kulturspejl.readers import changes
from kulturspejl.records.models import Invitation
from tests import people
from tests.actions import town
from tests.attacks.test_watching import plain, tables

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ANSWER = town.profile(4, 2, 2)


@pytest.fixture
def made():
    made = people.open_round(people.team(12), mails=8, cards=4)
    mailing.send_due(now=town.NOW)
    return made


def through_the_pages(browser, code):
    """Everything that the page of somebody who answers does."""
    replies = [browser.get(f"/r/{code}")]
    body = {"blinded": None}
    replies.append(browser.post(f"/r/{code}/admit", json.dumps(body), content_type="application/json"))
    voucher = replies[-1].json()["voucher"]
    body = {"voucher": voucher, "id": str(uuid.uuid4()), "answers": ANSWER}
    replies.append(browser.post("/answers", json.dumps(body), content_type="application/json"))
    replies.append(browser.get(f"/r/{code}"))
    assert [one.status_code for one in replies] == [200, 200, 201, 200]
    return replies


def by_the_plain_form(browser, code):
    """Without a script: the page itself is posted back."""
    page = browser.get(f"/r/{code}").content.decode()
    names = set(re.findall(r'<input[^>]*type="number"[^>]*name="(\w+)"', page)) | set(
        re.findall(r'<input[^>]*name="(now_\w+|wish_\w+)"', page)
    )
    hidden = dict(re.findall(r'name="(secret|retry_id)" value="([\w-]+)"', page))
    reply = browser.post(f"/r/{code}", {name: str(ANSWER[name]) for name in names} | hidden)
    assert reply.status_code == 200
    return [reply]


@pytest.mark.parametrize("way", [through_the_pages, by_the_plain_form])
def test_somebody_who_answers_leaves_no_row_no_cookie_and_rings_no_bell(at, made, way, caplog):
    caplog.set_level(logging.DEBUG)
    rows, stamp = tables(), bell.stamp(f"round:{made.id}")
    files = {one.relative_to(settings.KULTURSPEJL_VAR) for one in Path(settings.KULTURSPEJL_VAR).rglob("*")}
    browser = at(None, "da")
    replies = way(browser, made.codes[0])
    assert not browser.cookies
    assert not any(reply.cookies for reply in replies)
    assert tables() == rows
    assert bell.stamp(f"round:{made.id}") == stamp
    assert {
        one.relative_to(settings.KULTURSPEJL_VAR) for one in Path(settings.KULTURSPEJL_VAR).rglob("*")
    } == files
    said = "\n".join(record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING)
    assert made.codes[0] not in said


def test_a_refused_code_leaves_nothing_in_the_log_either(at, made, caplog):
    caplog.set_level(logging.WARNING)
    town.answer(made.codes[0], ANSWER)
    browser = at(None, "da")
    reply = browser.post(f"/r/{made.codes[0]}/admit", json.dumps({"blinded": None}), content_type="application/json")
    assert reply.status_code == 409
    assert browser.get("/r/ABCDEFGH").status_code == 404
    from kulturspejl.web.logs import WithoutCodes

    for record in caplog.records:
        WithoutCodes().filter(record)
        assert made.codes[0] not in record.getMessage()
        assert "ABCDEFGH" not in record.getMessage()


def test_a_used_a_fresh_and_an_unknown_card_say_the_same_when_tried_by_somebody_else(at, made):
    """HR who finds a card and tries it: refused in the same words, whether it was used or never existed."""
    town.answer(made.codes[0], ANSWER)
    browser = at(None, "en")

    def said(code):
        reply = browser.post(f"/r/{code}/admit", json.dumps({"blinded": None}), content_type="application/json")
        return reply.json()["title"]

    assert said(made.codes[0]) == said("A" * 27)


def test_who_answers_is_in_no_list_of_changes_and_no_audit(made):
    before = changes.page(made.town.steward, now=town.NOW).lines
    for code in made.codes:
        town.answer(code, ANSWER)
    assert changes.page(made.town.steward, now=town.NOW).lines == before


def test_the_row_of_an_invitation_is_the_same_for_who_answered(made):
    """What stays of a mail and a card while the round is open: counts of letters alone, alike for all."""
    for code in made.codes[:4]:
        town.answer(code, ANSWER)
    mailed = Invitation.objects.filter(round_unit=made.unit).exclude(address="")
    assert set(mailed.values_list("mails_sent", flat=True)) == {1}
    assert {len(bytes(one.code_sealed)) for one in mailed} == {len(bytes(mailed[0].code_sealed))}


def test_cards_printed_again_are_the_same_cards_used_or_not(at, made):
    from kulturspejl.readers import cards

    def sheet():
        (found,) = cards.sheets(made.town.amr, made.id, now=town.NOW)
        return sorted(found.cards), found.unit_name, found.closes_at

    before = sheet()
    by_card = [code for code in made.codes if any(code == long for long, _ in before[0])]
    assert len(by_card) == 4
    town.answer(by_card[0], ANSWER)
    assert sheet() == before


def test_a_voucher_page_says_nothing_of_the_code_in_later_addresses(at, made):
    """The second step's address and body carry no code, so a log of addresses cannot join the two steps."""
    browser = at(None, "da")
    replies = through_the_pages(browser, made.codes[1])
    request = replies[2].request
    assert request["PATH_INFO"] == "/answers"
    assert made.codes[1] not in str(request)


def test_the_leader_sees_three_pages_in_all_while_twelve_answer(at, made):
    """Under half, over half, nearly all: whatever the number, the page is one of three, byte for byte."""
    leader, pages = at(made.town.leader, "en"), []
    for code in made.codes:
        town.answer(code, ANSWER)
        pages.append(plain(leader.get(reverse("round_page", args=[made.id])).content.decode()))
    assert [len(set(pages[:5])), len(set(pages[5:9])), len(set(pages[9:])), len(set(pages))] == [1, 1, 1, 3]
