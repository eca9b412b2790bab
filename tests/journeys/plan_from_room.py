"""What somebody does who takes a room's sheet into a plan of their own, without an account."""

import re

from playwright.sync_api import Page, expect

PRACTISE = "Hvilken ene ting vil jeg øve frem til næste modul?"


def to_a_plan(phone: Page) -> None:
    """From the sheet to where a plan is begun."""
    phone.get_by_role("button", name="Tag det med over i min udviklingsplan").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Min udviklingsplan")


def begin(phone: Page) -> None:
    phone.get_by_role("button", name=re.compile("^Begynd, eller fortsæt")).click()


def six_words(phone: Page) -> str:
    """Lock it; the words."""
    phone.get_by_role("button", name="Vælg seks ord").click()
    expect(phone.locator("[data-chosen]")).to_be_visible()
    return phone.locator("[data-chosen]").inner_text()
