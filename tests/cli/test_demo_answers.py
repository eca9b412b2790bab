"""The demo's answers: complete, seeded, and as different between units as real ones are."""

import numpy as np
import pytest

from kulturspejl.cli.demo import lan, names
from kulturspejl.cli.demo.answers import answer, shared_out, team
from kulturspejl.core.statistics import icc


def test_points_always_add_up():
    rng = np.random.default_rng(1)
    for _ in range(200):
        for points in (10, 60, 100):
            shared = shared_out(rng.normal(0, 2, 4), points)
            assert sum(shared) == points
            assert min(shared) >= 0


def test_every_answer_is_complete():
    rng = np.random.default_rng(2)
    one = answer(rng, team(rng), 10)
    assert len(one) == 28
    for dimension in range(1, 7):
        assert sum(one[f"now_d{dimension}_{letter}"] for letter in "ABCD") == 10
    assert sum(one[f"wish_{letter}"] for letter in "ABCD") == 60


@pytest.mark.slow
def test_about_a_fifth_of_the_variance_lies_between_units():
    rng = np.random.default_rng(3)
    clan, units = [], []
    for unit in range(150):
        here = team(rng)
        for _ in range(10):
            one = answer(rng, here, 10)
            clan.append(np.mean([one[f"now_d{dimension}_A"] for dimension in range(1, 7)]))
            units.append(unit)
    assert 0.14 < icc(np.array(clan), np.array(units)).icc1 < 0.3


def test_the_same_seed_gives_the_same_people():
    assert names.everybody(np.random.default_rng(5)) == names.everybody(np.random.default_rng(5))
    assert len(set(names.everybody(np.random.default_rng(5)))) > 500
    assert names.address("Åse Mørk") == "aase.moerk@fjordby.example"


def test_the_qr_of_an_address_is_drawn_for_the_terminal():
    assert len(lan.qr("http://192.0.2.7:8000").splitlines()) > 10
