import pytest

from tests.library.lix import lix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi er her.", 3.0),  # three words, one sentence, none long
        ("Vi er her. De er der!", 3.0),
        ("Arbejdspladsen er god.", 3 + 100 / 3),  # one long word of three
        ("Sådan her: Vi går.", 2.0),
        ("Det er 3,5 point.", 4.0),
        ("Kultur", 1.0),  # six letters are not long
    ],
)
def test_by_hand(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)


def test_a_hard_text_is_hard() -> None:
    assert lix("Implementeringen af kvalitetsudviklingsstrategien forudsætter ledelsesmæssig opbakning.") > 60
