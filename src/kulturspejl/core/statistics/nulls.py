"""What spread to expect when people answer blindly: the null variances that agreement is measured against."""

SLIGHT_SKEW, MODERATE_SKEW, HEAVY_SKEW = 1.34, 0.90, 0.44
"""Of five options, when all lean the same way: James, Demaree & Wolf 1984; LeBreton & Senter 2008 (C9)."""


def uniform_null(options: int) -> float:
    """Variance of one answer when all `options` (>= 2) of a scale are equally likely: (A² − 1)/12.

    Source: James, Demaree & Wolf 1984. Raises ValueError under two options.
    """
    if options < 2:
        raise ValueError(f"a scale has at least 2 options, got {options}")
    return (options**2 - 1) / 12


def allocation_null(total: float, alternatives: int = 4) -> float:
    """Variance of one box when `total` points fall into `alternatives` boxes, all allocations equally likely.

    With T points and m boxes the box is T·Beta(1, m−1) mixed over a multinomial:
    variance = T·(m−1)/m²·(T+m)/(m+1). For m = 4: T·(3/16)·(T+4)/5, 5.25 for T = 10 and 390 for T = 100
    (science.md 1.1). In points². Raises ValueError for fewer than two boxes or no points.
    """
    if alternatives < 2 or total <= 0:
        raise ValueError(f"needs points and at least 2 boxes, got {total} and {alternatives}")
    m = alternatives
    return total * (m - 1) / m**2 * (total + m) / (m + 1)
