"""What of an address is shown to whoever holds a link."""

import pytest

from kulturspejl.core.writing.half_said import half_said


@pytest.mark.parametrize(
    ("address", "said"),
    [("mette.holm@fjordby.dk", "me…@fjordby.dk"), ("bo@x.dk", "b…@x.dk"), ("b@x.dk", "b…@x.dk"),
     ("\"a@b\"@x.dk", "\"a…@x.dk")],
)  # fmt: skip
def test_its_owner_knows_it_and_nobody_else_can_write_to_it(address, said):
    assert half_said(address) == said
