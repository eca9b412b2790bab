"""How each form on a person's page is pressed, and the button that tries the mail."""

from tests import people, signing_in
from tests.attacks.pressing import browser, of


def on_a_person(action, page=None, **typed):
    where = people.team(9)
    browser(signing_in.with_app(where.tr))
    client, address = browser(where.steward), f"/people/{where.tr.id}"
    signing_in.look_again(client, where.steward)
    if action == "erase":
        client.post(f"{address}/everything")
    return of(client, f"{address}/{page}" if page else address, f"{address}/{action}", **typed)


def change_person():
    return on_a_person("change", name="Tove Ny", address="tove.ny@havnby.test")


def forget_factors():
    return on_a_person("forget", "forget")


def log_out_everywhere():
    return on_a_person("log-out")


def take_everything():
    return on_a_person("everything")


def erase_person():
    return on_a_person("erase", "erase", known="1")


def try_mail():
    where = people.team(9)
    return of(browser(where.steward), "/organisation/settings", "/organisation/settings/letter")
