"""Health stores something real, seldom, and says when it cannot."""

from datetime import UTC, datetime

import pytest

from kulturspejl.actions import proof
from kulturspejl.core.errors import Unready
from kulturspejl.records.models import InstanceFact

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 28, 9, 30, 12, tzinfo=UTC)


@pytest.fixture
def proving(monkeypatch, tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    made = proof.Proving(lambda: made.moment)
    made.moment = 100.0
    return made


def texts():
    return list(InstanceFact.objects.filter(name="proof").values_list("text", "at"))


def test_it_stores_at_most_once_in_ten_seconds_however_often_it_is_asked(proving):
    proving.ask(NOW)
    first = texts()
    for _ in range(50):
        proving.ask(NOW)
    assert texts() == first
    assert first[0][1] == NOW.replace(minute=0, second=0)
    proving.moment += 10
    proving.ask(NOW)
    assert texts() != first


def test_a_full_disk_and_a_lost_folder_of_keys_are_told_and_so_is_their_end(proving, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(proof, "free", lambda _folder: 1_000)
    with pytest.raises(Unready) as refused:
        proving.ask(NOW)
    assert "disk full" in refused.value.text.en
    monkeypatch.undo()
    (tmp_path / "file").touch()
    settings.KULTURSPEJL_KEYS = tmp_path / "file" / "keys"
    proving.moment += 2
    with pytest.raises(Unready):
        proving.ask(NOW)
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    proving.moment += 2
    proving.ask(NOW)


def test_a_fault_is_remembered_for_a_second_so_that_nobody_loads_a_disk_that_is_ill(proving, monkeypatch):
    tried = []
    monkeypatch.setattr(proof, "store_something", lambda now: tried.append(now) or (_ for _ in ()).throw(OSError("no")))
    for _ in range(20):
        with pytest.raises(Unready):
            proving.ask(NOW)
    assert len(tried) == 1
