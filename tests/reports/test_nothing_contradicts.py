"""Made-up teams of 5 to 330: every number and claim of a result compared with every other that stands beside it."""

import random
import re
from itertools import pairwise

import numpy as np
import pytest

from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.drawing.ink import SCREEN
from kulturspejl.library import load
from kulturspejl.library.policies import load_policy
from kulturspejl.reports.mirror import PointsMirror

INSTRUMENT = load([]).instruments["culture_profile"]
POLICY = load_policy()
LETTERS = "ABCD"
KINDS = ("plain", "split", "alike", "one mind", "far wish", "little wish")
SIZES = (5, 6, 7, 8, 9, 11, 14, 30, 80, 330)


def people(rng, kind, n):
    """(n, 28) whole answers, the wish drawn."""
    usual = rng.dirichlet(np.array([3.0, 2.0, 2.2, 2.8]) * 3)
    other = rng.permutation(usual)
    alike = {"alike": 200.0, "one mind": 1e9}.get(kind, 9.0)
    towards = {"far wish": 0.7, "little wish": 0.03}.get(kind, 0.3)
    rows = []
    for at in range(n):
        centre = other if kind == "split" and at % 2 else usual
        own = rng.dirichlet(centre * alike + 0.05) if kind != "one mind" else centre
        wish = (1 - towards) * own + towards * rng.dirichlet(np.ones(4) * (500 if kind == "little wish" else 8))
        now = [rng.multinomial(10, own) if kind != "one mind" else _even(own, 10) for _ in range(6)]
        rows.append(np.concatenate([*now, _even(wish, 60)]))
    return np.array(rows, dtype=np.int64)


def _even(shares, total):
    whole = np.floor(shares * total).astype(int)
    whole[np.argsort(whole - shares * total)[: total - whole.sum()]] += 1
    return whole


def mirrors(rng, chance):
    """The team's mirror in both languages, and now and then that of a branch of two teams."""
    kind, n = chance.choice(KINDS), chance.choice(SIZES)
    silent = chance.choice((0, 0, 1, 2, n // 3, n))
    places = [Place("u", "Holdet", "top", n + silent)]
    answers = {"u": people(rng, kind, n)}
    if is_branch := chance.random() < 0.2:
        places.append(Place("v", "Det andet hold", "top", 12))
        answers["v"] = people(rng, chance.choice(KINDS), 9)
    places.insert(0, Place("top", "Huset", None, 0))
    released = make_release(
        places=places, answers=answers, content=INSTRUMENT.ref(), asked=INSTRUMENT.asked(10, "drawn"), policy=POLICY,
    )  # fmt: skip
    picture = released.units["top" if is_branch else "u"]
    asked = [one.label.da for one in INSTRUMENT.dimensions]
    return {lang: PointsMirror(released, picture, INSTRUMENT.names(lang), asked, lang) for lang in ("da", "en")}


@pytest.mark.slow
def test_no_number_and_no_claim_of_a_page_contradicts_another(scale, sweep_seed):
    for attempt in range(scale(2000)):
        seed = f"{sweep_seed} {attempt}"
        found = mirrors(np.random.default_rng([sweep_seed, attempt]), random.Random(seed))
        for lang, one in found.items():
            _agrees(one, f"{seed} {lang}")
        assert _figures(found["da"]) == _figures(found["en"]), f"{seed}: the languages say other numbers"


def _figures(one):
    words = " ".join([one.line, *one.sentences, *one.sure, *(cell for row in one.sure_table.rows for cell in row[1:])])
    return sorted(re.findall(r"\d+", words))


def _agrees(one, seed):
    now, wished = _drawn(one, "now"), _drawn(one, "preferred")
    rows = {row[0][0]: row[1:] for row in one.web.table.rows}
    ranges = {row[0][0]: row[1:] for row in one.sure_table.rows}
    assert sum(now.values()) == sum(wished.values()) == 60, seed
    assert dict(re.findall(r"([ABCD]) = (\d+)", one.line)) == {letter: str(now[letter]) for letter in LETTERS}, seed
    for letter in LETTERS:
        assert [int(cell.split()[0]) for cell in rows[letter]] == [now[letter], wished[letter]], seed
        assert int(ranges[letter][0]) == now[letter], seed
        _ranges_hold(now[letter], ranges[letter][1:], seed)
    said = {one.names.quoted[letter]: letter for letter in LETTERS}
    first, steps = " ".join(one.sentences), {letter: wished[letter] - now[letter] for letter in LETTERS}
    _first_holds(one, now, said, first, seed)
    _wish_holds(one, steps, said, seed)
    _silence_holds(one, first, seed)
    whole = " ".join([*one.sentences, one.question, one.agreement, *one.sure])
    assert not re.search(r"\d[.,]\d", whole), f"{seed}: a part of a point"
    assert len(one.sentences) <= 3, seed
    assert one.question, seed
    if one.picture.is_of_units:
        assert not re.search(r"\b(jer|hos jer|I (ser|har|ønsker)|you|your)\b", whole), f"{seed}: {whole}"


def _drawn(one, kind):
    """The numbers that stand in the figure itself."""
    svg = one.web.draw(SCREEN)
    found = re.findall(rf'<text[^>]*data-number="{kind}"[^>]*data-letter="(\w)"[^>]*>(\d+)<', svg)
    return {letter: int(points) for letter, points in found}


def _ranges_hold(points, cells, seed):
    """The number lies in every range, and today's people within what always holds and within another day."""
    today, silent, beyond = ([int(end) for end in cell.split("–")] if cell != "–" else [] for cell in cells)
    for ends in (today, silent, beyond):
        assert not ends or 0 <= ends[0] <= points <= ends[-1] <= 60, f"{seed}: {points} in {cells}"
    for inner, outer in ((today, silent), (today, beyond)):
        assert not (inner and outer) or outer[0] <= inner[0] <= inner[-1] <= outer[-1], f"{seed}: {cells}"


def _first_holds(one, now, said, first, seed):
    """What is said to come first does, by three points, with as many points as stand beside it; and its slip alone."""
    most = sorted(now.values())[-1]
    lead = most - sorted(now.values())[-2]
    named = re.search(r"(?:fylder|is|be) ([»“].*?[«”])(?: måske)?(?: mest)?: (\d+) (?:af|of) 60", first)
    if named:
        letter = said[named[1]]
        assert now[letter] == int(named[2]) == most, f"{seed}: {first}"
        assert lead >= 3, f"{seed}: {first}"
    if re.search("ngen af de fire|one of the four", first) and one.picture.n == one.picture.invited:
        assert lead < 3, f"{seed}: {now} and {first}"
    assert not (named and re.search("to måder|two ways", first)), f"{seed}: {first}"
    if one.most:
        assert named, seed
        assert said[named[1]] == one.most, seed
    told = re.search(r"(\d+) (?:chancer ud af|in) 100", " ".join(one.sure))
    assert not (told and one.picture.n < 8), f"{seed}: a chance in a number from {one.picture.n}"
    if told and named:
        is_perhaps = bool(re.search("måske mest|may be “", first))
        assert (60 <= int(told[1]) < 80) == is_perhaps, f"{seed}: {told[0]} and {first}"


def _wish_holds(one, steps, said, seed):
    """A wish on the first screen is the difference that stands in the figure, and the same as where it is explained."""
    first = re.search(r"(mere|mindre|more|less) (?:af|of) ([»“].*?[«”]): (\d+)", " ".join(one.sentences))
    sure = " ".join(one.sure)
    if first:
        letter, points = said[first[2]], int(first[3])
        assert abs(steps[letter]) == points >= 3, f"{seed}: {first[0]} of {steps}"
        assert (steps[letter] > 0) == (first[1] in ("mere", "more")), f"{seed}: {first[0]} of {steps}"
        low, high = map(int, re.search(rf"{points} poin\w+, \w+ (\d+) \w+ (\d+)\.", sure).groups())
        assert 1 <= low <= points <= high, f"{seed}: {sure}"
    unclear = re.search(r"(?:først ses fra|seen from) (\d+)", sure)
    assert not (first and unclear), f"{seed}: {sure}"
    if unclear:
        assert int(unclear[1]) > max(map(abs, steps.values())), f"{seed}: {steps} and {unclear[0]}"


def _silence_holds(one, first, seed):
    silent = None if one.picture.invited is None else one.picture.invited - one.picture.n
    told = re.search(r"(\d+) (?:svarede ikke|did not answer), (?:og|and) (\d+)", first)
    everything = f"{first} {' '.join(one.sure)}"
    if not silent:
        assert not re.search("svarede ikke|did not answer", everything), f"{seed}: {everything}"
    if told:
        assert int(told[1]) == silent, f"{seed}: {told[0]}"
        assert int(told[2]) <= silent, f"{seed}: {told[0]}"
    if told and re.search("fylder mest|comes first", told[0]):
        assert not re.search("ville den samme|could change what is most", " ".join(one.sure)), f"{seed}: {everything}"
    assert all(low != high for low, high in pairwise(one.sentences)), seed
