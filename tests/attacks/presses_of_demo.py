"""How the half-year of a demo is pressed: played once, opened once, left once."""

from kulturspejl.actions import whole_store
from kulturspejl.faces.shared import played
from kulturspejl.faces.steward.demo import film
from kulturspejl.faces.steward.demo.film import Film, Look, Stop
from kulturspejl.readers import demo
from tests import people
from tests.attacks.pressing import Press, browser, of

WORDS = {"da": "Ét træk", "en": "One trait"}
STOP = "/demo/half-year/plan"


def a_film() -> Film:
    """One stop, whose store is the one that is here; it stands in the demo's folder."""
    where = people.team(9)
    look = Look("leader", "Karen", WORDS, f"/units/{where.unit}/plan", where.leader.email)
    nobody = Look("employee", "Ebbe", WORDS)
    made = Film(demo.tables(), (Stop("plan", "2026-09-01T09:00:00+00:00", WORDS, WORDS, (look, nobody)),))
    whole_store.keep_whole(film.folder_of("plan"))
    film.keep(made, played.folder() / film.FILM)
    return made


def on_stop(below: str):
    a_film()
    return of(browser(), STOP, f"{STOP}/{below}")


def play():
    a_film()
    return Press(browser(), "/demo/half-year", {})


def look():
    return on_stop("0")


def letters():
    return on_stop("letters")


def anew():
    look()()
    return of(browser(), STOP, f"{STOP}/anew")


def present():
    look()()
    return of(browser(), STOP, "/demo/half-year/present")


OF_DEMO = {
    "demo/half-year": [play],
    "demo/half-year/present": [present],
    "demo/half-year/{}/letters": [letters],
    "demo/half-year/{}/anew": [anew],
    "demo/half-year/{}/{}": [look],
}
