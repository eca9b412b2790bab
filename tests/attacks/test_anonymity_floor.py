"""Whether all of a team answered alike, or only nearly, is nowhere to be seen: the same bytes wherever one looks."""

import csv
import json
import re
import uuid
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from kulturspejl import library
from kulturspejl.cli.dispatch import main
from kulturspejl.cli.responses_file import NOW, WISH
from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.library.policies import load_policy
from kulturspejl.reports.result import result_pdf
from tests.cli.files import write_units
from tests.core.disclosure.alike import TOTAL, WIDE, apart, equal_team, spreads
from tests.core.disclosure.people import answers
from tests.faces import made_up

pytestmark = pytest.mark.django_db
TREE = {"top": None, "a": "top", "b": "top"}
ALONE = {"a": None}


def terminal(rows, parent, folder, capsys):
    """`analyse` as text, as JSON, and its report."""
    path = folder / "answers.csv"
    lines = [
        [f"{unit}{at}", unit, *map(repr, row.tolist())] for unit, group in rows.items() for at, row in enumerate(group)
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["resp_id", "unit_id", *NOW, *WISH], *lines])
    units = write_units(folder / "units.csv", [(u, p or "", u, len(rows[u]) + 1) for u, p in parent.items()])
    argv = ["analyse", str(path), "--units", str(units), "--total", str(TOTAL), "--language", "da"]
    found = []
    for more in ([], ["--json", "--pdf", str(folder / "a.pdf")]):
        assert main([*argv, *more]) == 0
        found.append(capsys.readouterr().out)
    return [*found, (folder / "a.pdf").read_bytes()]


def round_of(rows, parent):
    instrument = library.load([]).instruments["culture_profile"]
    return make_release(
        places=[Place(unit, unit, above, len(rows[unit]) + 1) for unit, above in parent.items()], answers=rows,
        content=instrument.ref(), policy=load_policy(),
        asked=instrument.asked(TOTAL, "drawn"),
    )  # fmt: skip


def pages(released, unit, language):
    """The result page and the PDF of one unit."""
    with translation.override(language):
        picture = released.units[unit]
        page = replace(made_up.page(of=picture), round_unit_id=uuid.UUID(int=1), total=TOTAL, released=released)
        shown = render_to_string("shared/result.html", {"mirror": mirror(page)}, request=RequestFactory().get("/"))
    # What is drawn anew for every form says nothing of the page: its token and its own id.
    drawn = r'name="csrfmiddlewaretoken" value="\w+"|value="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"'
    shown = re.sub(drawn, "", shown)
    labels = {letter: letter for letter in "ABCD"}
    names = CultureNames(labels, {}, labels, labels)
    pdf = result_pdf(released, unit, names=names, dimensions=[f"d{n}" for n in range(1, 7)], lang=language)
    return [shown, pdf]


def everything(rows, parent, folder, capsys):
    """All that anybody can get of a round, and of the same answers as a file."""
    released = round_of(rows, parent)
    assert check_certificate(released) == []
    seen = [json.dumps(released.to_json()), json.dumps(released.to_json()["plan"])]
    for unit, language in (("a", "da"), ("a", "en"), (next(iter(parent)), "da")):
        seen += pages(released, unit, language)
    return seen + terminal(rows, parent, folder, capsys)


@pytest.mark.parametrize(("people", "parent"), [(5, ALONE), (8, ALONE), (12, ALONE), (8, TREE)])
def test_a_team_of_one_mind_looks_like_one_nearly_so_everywhere(people, parent, tmp_path, capsys):
    others = {unit: answers(8, seed, "drawn", TOTAL) for seed, unit in enumerate(parent)}
    near = apart(people, 3, 3)
    assert 0 < max(spreads(near)) < 0.07 * TOTAL
    equal, nearly = (
        everything({**others, "a": rows}, parent, tmp_path, capsys) for rows in (equal_team(people), near)
    )
    for one, other in zip(equal, nearly, strict=True):
        assert len(one) > 100
        assert one == other
    differing = round_of({**others, "a": apart(people, 3, WIDE)}, parent)
    assert json.dumps(differing.to_json()) != equal[0], "a team that differs looks different"


@pytest.mark.parametrize("language", ["da", "en"])
def test_where_all_answered_no_range_is_told_that_is_none(language, tmp_path, capsys):
    """F25: "it lies between 2.9–2.9". Page, PDF and terminal tell the interval beyond today, or the number alone."""
    rows = {"a": apart(8, 3, WIDE)}
    instrument = library.load([]).instruments["culture_profile"]
    released = make_release(
        places=[Place("a", "a", None, 8)], answers=rows, content=instrument.ref(), policy=load_policy(),
        asked=instrument.asked(TOTAL, "drawn"),
    )  # fmt: skip
    clan = released.units["a"].numbers.now["A"]
    assert clan.bounds[0] == clan.bounds[1]
    assert clan.today is None
    assert clan.shown == clan.t
    page, _pdf = pages(released, "a", language)
    alone = paper_points({letter: one.mean for letter, one in released.units["a"].numbers.now.items()})["A"]
    assert f"{alone}–{alone}" not in page
    assert page.count(f"<td>{alone}</td>") == 2, "the mean, and once more as today's"
    sentence = {"da": "En anden dag ligger det ventelig mellem", "en": "On another day it is likely to lie between"}
    assert sentence[language] in page
