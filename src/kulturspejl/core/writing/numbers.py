"""Numbers as people read them, rounded one way: picture, table, sentence and terminal ask here and cannot disagree."""

from decimal import Decimal

from kulturspejl.core.text import Text

DECIMAL_SIGN, THOUSANDS_SIGN = Text(da=",", en="."), Text(da=".", en=",")
_NOISE_FROM = 9


def half_up(value: float, digits: int = 1) -> Decimal:
    """Rounded as one does by hand: halves away from zero, and never a negative zero."""
    return Decimal(_half_up(value, digits)).scaleb(-digits)


def _half_up(value: float, digits: int) -> int:
    """The same in units of the last digit."""
    # A float's own noise (0.35 is 0.34999…) must not decide: nine digits hold what is meant.
    meant = int(f"{abs(value):.{_NOISE_FROM}f}".replace(".", ""))
    unit = int(10 ** (_NOISE_FROM - digits))
    rounded = (meant + unit // 2) // unit
    return -rounded if value < 0 else rounded


def decimal(value: float, language: str, digits: int = 1) -> str:
    """ "3,5" in Danish, "3.5" in English, with a true minus sign."""
    rounded = _half_up(value, digits)
    before, behind = divmod(abs(rounded), 10**digits)
    text = f"{before}{DECIMAL_SIGN.into(language)}{behind:0{digits}}" if digits else f"{before}"
    return f"−{text}" if rounded < 0 else text


def exact(value: float, language: str) -> str:
    """A number that somebody has typed, with the decimals that it has (six digits): "9,75", "10"."""
    return f"{value:g}".replace(".", DECIMAL_SIGN.into(language))


def signed(value: float, language: str) -> str:
    """The same with its sign: "+2", "-1,5"."""
    return f"{value:+g}".replace(".", DECIMAL_SIGN.into(language))


def short_decimal(value: float, language: str) -> str:
    """One decimal, and none where it would be 0: "2", "2,1"."""
    rounded = half_up(value)
    return decimal(value, language, 0 if rounded == rounded.to_integral_value() else 1)


def in_thousands(value: int, language: str) -> str:
    """ "20.000" in Danish, "20,000" in English."""
    return f"{value:,}".replace(",", THOUSANDS_SIGN.into(language))


def whole(value: float) -> int:
    """The nearest whole number, halves away from zero."""
    return int(half_up(value, 0))


def percent(share: float) -> int:
    """A share from 0 to 1 in whole percents."""
    return whole(100 * share)
