"""A thermometer, as a kind that somebody adds would be tested: what is read, and what it says of all."""

from kulturspejl.core.kinds.base.paper import Numbers
from kulturspejl.core.kinds.base.part import Part, PartHead
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import Row, named, words
from tests.kinds.robots import filled
from tests.kinds.showing import shown
from tests.kinds.thermometer.thermometer import DEGREES, Thermometer

ROW: Row = {"item": named("a"), "cold": words("cold"), "hot": words("hot")}
HEAD = PartHead("p", Text("da p", "en p"), Visibility.AGGREGATE, DEGREES)


def made(**more) -> Part:
    faults = []
    shape = Thermometer.read(Table({**ROW, **more}, "f", "part", faults), HEAD)
    assert faults == []
    return Part("p", HEAD.label, HEAD.visibility, HEAD.picture, shape=shape)


def test_it_goes_from_nought_to_forty():
    assert (made().shape.least, made().shape.most) == (0, 40)
    assert {one["a"] for one in filled(made())} <= set(range(41))


def test_a_room_sees_its_mean_from_five_on():
    assert shown(made(), [{"a": 20}] * 4).hidden
    assert shown(made(), [{"a": 20}] * 5).rows == ((Text("da a", "en a"), Text("20,0 af 40", "20.0 of 40"), 0.5),)


def test_on_paper_one_puts_a_ring_round_a_number():
    assert on_paper(made()) == [Numbers(("da a",), 0, 40, "da cold", "da hot", is_wide=True)]
