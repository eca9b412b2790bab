"""The example that is seen before answering leads nobody: no culture comes out on top, now or wished for."""

import uuid
from types import SimpleNamespace

import pytest

from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.library import load
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import example

INSTRUMENT = load([]).instruments["culture_profile"]


@pytest.mark.parametrize("invited", [6, 7, 10, 31])
@pytest.mark.parametrize(("points", "preferred"), [(10, "drawn"), (100, "dimensions")])
def test_no_culture_of_the_example_is_first(monkeypatch, invited, points, preferred):
    monkeypatch.setattr(example, "policy_of", lambda _: load_policy())
    asked = SimpleNamespace(id=uuid.UUID(int=2), points=points, preferred=preferred, minimum=5)
    one, other = uuid.UUID(int=1), uuid.UUID(int=3)
    unit = SimpleNamespace(id=one, unit_id=other, name="Holdet", invited={"E": invited}, round=asked)
    page = example.example_of(unit, INSTRUMENT)
    even = 6 * points // 4
    for period in (page.picture.numbers.now, page.picture.numbers.preferred):
        assert {6 * one.mean for one in period.values()} == {even}
    numbers = mirror(page).numbers
    assert numbers.line.startswith(f"A = {even} · B = {even} · C = {even} · D = {even} ")
    assert not numbers.slips
