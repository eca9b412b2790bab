"""Which version runs stands at the foot of every face's pages, and in a header of /healthz beside its one word."""

import pytest

import kulturspejl
from kulturspejl.records.models import User
from tests import people

pytestmark = pytest.mark.django_db
SHOWN = f"Kulturspejl {kulturspejl.__version__}"


@pytest.mark.parametrize("path", ["/", "/models", "/try", "/account/login/", "/sheets", "/no-such-page"])
def test_to_strangers(at, path):
    people.team(9)
    page = at().get(path).content.decode()
    assert f'<span class="version">{SHOWN}</span>' in page
    assert f'<meta name="generator" content="{SHOWN}">' in page


@pytest.mark.parametrize("name", ["Karen", "Amir", "Sanne", "Hans"])
def test_to_whoever_is_signed_in(at, name):
    people.team(9)
    assert f'<span class="version">{SHOWN}</span>' in at(User.objects.get(name=name)).get("/home").content.decode()


def test_to_whoever_answers(at):
    code = people.open_round(people.team(9)).codes[0]
    assert f'<span class="version">{SHOWN}</span>' in at().get(f"/r/{code}").content.decode()


@pytest.mark.django_db(transaction=True)
def test_to_whoever_watches_the_server(at):
    said = at().get("/healthz")
    assert said["Kulturspejl-Version"] == kulturspejl.__version__
    assert said.content == b"ok"
