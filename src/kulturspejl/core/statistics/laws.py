"""Chances and quantiles of the laws that the figures stand on: normal, chi-square, Student's t, and F.

scipy has them too, but a server that asks it for the first keeps 17 MB more, and 40 once a round has been planned. So
it is what they are held against (tests/core/statistics/test_laws.py). DLMF is NIST's Library of Mathematical Functions.
"""

import math
from statistics import NormalDist

import numpy as np

from kulturspejl.core.statistics.shapes import Floats

_NORMAL = NormalDist()
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)
"""DLMF 5.11.1, B₂ₖ / (2k(2k − 1)): right to the last digit from 10 on."""
_EPS = float(np.finfo(np.float64).eps)
_TINY = 1e-300
_MOST_STEPS = 60
"""Newton's way doubles its digits at each step; so many are never needed where there is an answer."""
_MOST_PARTS = 100_000
"""Of the continued fraction: some √max(a, b) are needed."""


def normal_below(x: Floats) -> Floats:
    """Φ(x) of each of `x`, in its shape: ½·erfc(−x/√2) (DLMF 7.1.2), right in both tails."""
    scaled = (-x / math.sqrt(2)).ravel().tolist()
    return np.array(list(map(math.erfc, scaled))).reshape(x.shape) / 2


def normal_quantile(below: Floats) -> Floats:
    """Φ⁻¹ of each chance in (0, 1), in its shape (Wichura 1988, AS 241)."""
    return np.array(list(map(_NORMAL.inv_cdf, below.ravel().tolist()))).reshape(below.shape)


def chi_square_quantile(df: int, beyond: Floats) -> Floats:
    """x of each chance in (0, 1) with which χ² of `df` ≥ 1 degrees of freedom lies beyond x; (n,) to (n,).

    Halley's steps on Q(df/2, x/2), from the place that Wilson & Hilferty (1931) give, or P's first term near zero.
    """
    a, below = df / 2, 1 - beyond
    root = 1 - 1 / (9 * a) + normal_quantile(below) / (3 * math.sqrt(a))
    # P(a, x) ≈ xᵃ/Γ(a + 1), DLMF 8.7.1.
    first = np.exp((np.log(below) + math.lgamma(a + 1)) / a)
    x = np.where(root > 0.5, a * root**3, np.minimum(first, a))
    for _ in range(_MOST_STEPS):
        lower, upper, density = _gamma(a, x)
        # The smaller of the two has the more digits.
        off = np.where(lower < upper, lower - below, beyond - upper) / density
        step = off / np.maximum(1 - off * ((a - 1) / x - 1) / 2, 0.5)
        x = np.maximum(x - step, x / 8)
        # What is left is as the cube of that.
        if (np.abs(step) <= 1e-6 * x).all():
            return 2 * x
    raise ArithmeticError(f"no quantile of chi-square was found at {df} degrees of freedom")


def t_below(df: float, t: float) -> float:
    """The chance that Student's t of `df` > 0 lies below t: of |t| beyond, half of I(df/2, ½) at df/(df + t²).

    Abramowitz & Stegun 26.7.1 with 26.5.27.
    """
    tail = _beta(df / 2, 0.5, df / (df + t * t), t * t / (df + t * t)) / 2
    return tail if t < 0 else 1 - tail


def t_quantile_of(df: float, below: float) -> float:
    """Student's t of `df` > 0 at a chance in (½, 1); Newton's steps in ln t on the logarithm of the tail."""
    beyond = 1 - below
    t = max(_NORMAL.inv_cdf(below), 0.5)
    for _ in range(_MOST_STEPS):
        tail = t_below(df, -t)
        step = math.log(tail / beyond) * tail / (t * _t_density(df, t))
        t *= math.exp(max(-2.0, min(2.0, step)))
        if abs(step) <= 1e-9:
            return t
    raise ArithmeticError(f"no quantile of t was found at {df} degrees of freedom and {below}")


def f_beyond(between: float, within: float, f: float) -> float:
    """The chance that F of `between` and `within` degrees of freedom lies beyond f ≥ 0: I(within/2, between/2).

    Abramowitz & Stegun 26.6.2, at within/(within + between·f).
    """
    whole = within + between * f
    return _beta(within / 2, between / 2, within / whole, between * f / whole)


def _t_density(df: float, t: float) -> float:
    log = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - (df + 1) / 2 * math.log1p(t * t / df)
    return math.exp(log) / math.sqrt(df * math.pi)


def _rest(z: float) -> float:
    """What ln Γ(z) is beyond Stirling's (z − ½)·ln z − z + ½·ln 2π."""
    if z < 10:
        return math.lgamma(z) - ((z - 0.5) * math.log(z) - z + math.log(2 * math.pi) / 2)
    return sum(one * z ** -(2 * k + 1) for k, one in enumerate(_STIRLING))


def _gamma(a: float, x: Floats) -> tuple[Floats, Floats, Floats]:
    """P(a, x), Q(a, x) = 1 − P, and the density xᵃ⁻¹e⁻ˣ/Γ(a); 2a is a whole number.

    With t(c) = xᶜe⁻ˣ/Γ(c + 1): P is the sum of t(a), t(a + 1), … (DLMF 8.7.1); Q that of t(a − 1), t(a − 2), …, to
    t(0), or to t(½) and erfc √x (8.4.10, 8.8.6). Each where its terms fall: P below a, Q above.
    """
    off = (x - a) / a
    # Near a the difference keeps the digits, far from it the quotient.
    log = np.where(np.abs(off) < 0.5, np.log1p(off), np.log(x / a))
    top = np.exp(a * (log - off) - _rest(a)) / math.sqrt(2 * math.pi * a)
    near = x < a
    lower, upper = np.empty_like(x), np.empty_like(x)
    lower[near] = _rising(a, x[near], top[near])
    upper[~near] = _falling(a, x[~near], top[~near])
    upper[near], lower[~near] = 1 - lower[near], 1 - upper[~near]
    return lower, upper, top * a / x


def _rising(a: float, x: Floats, term: Floats) -> Floats:
    """The sum of `term` times x/(a + 1), x/(a + 1)·x/(a + 2), …: as many as the largest x needs."""
    term, total = term.copy(), term.copy()
    last = int(x.argmax()) if x.size else None
    while last is not None and term[last] > _EPS / 4 * total[last]:
        a += 1
        term *= x
        term /= a
        total += term
    return total


def _falling(a: float, x: Floats, term: Floats) -> Floats:
    """The sum of `term` times a/x, a/x·(a − 1)/x, …: as many as the smallest x needs, or there are."""
    term, total, turned = term.copy(), np.zeros_like(x), 1 / x
    last = int(x.argmin()) if x.size else None
    while last is not None and a >= 1 and term[last] > _EPS / 4 * total[last]:
        term *= turned
        term *= a
        total += term
        a -= 1
    return total + np.array(list(map(math.erfc, np.sqrt(x).tolist()))) if a == 0.5 else total


def _beta(a: float, b: float, x: float, y: float) -> float:
    """I(a, b) at x, y = 1 − x: the continued fraction of DLMF 8.17.22 by Lentz's way (Thompson & Barnett 1986)."""
    if x <= 0 or y <= 0:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, y, x)
    off = b * x - a * y
    # xᵃyᵇ/B(a, b) with what is large in the three gammas taken out (Loader 2000).
    log = a * _log(x * (a + b) / a, off / a) + b * _log(y * (a + b) / b, -off / b)
    log += _rest(a + b) - _rest(a) - _rest(b)
    front = math.sqrt(a * b / (2 * math.pi * (a + b))) * math.exp(log) / a
    d = 1 / _never_zero(1 - (a + b) * x / (a + 1))
    c, found = 1.0, d
    for m in range(1, _MOST_PARTS):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / _never_zero(1 + part * d), _never_zero(1 + part / c)
            found *= d * c
        if abs(d * c - 1) <= _EPS:
            return front * found
    raise ArithmeticError(f"no incomplete beta was found at a = {a}, b = {b}, x = {x}")


def _log(quotient: float, off: float) -> float:
    """ln of 1 + off: near one the difference keeps the digits, far from it the quotient."""
    return math.log1p(off) if abs(off) < 0.5 else math.log(quotient)


def _never_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
