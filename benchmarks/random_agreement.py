"""Makes the table of core.statistics.random_agreement: profile r* of teams that allocate at random.

20,000 teams a size, 6 dimensions, 10 points over 4 boxes, seed 2026. Prints the table.
"""

import numpy as np

from kulturspejl.core.statistics.allocation import profile_r_star, random_allocations

SIZES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 25, 30, 40, 60, 100)
TEAMS = 20_000


def main() -> None:
    """Print the rows."""
    rng = np.random.default_rng(2026)
    for n in SIZES:
        values = [profile_r_star(random_allocations(rng, (n, 6), 10), 10) for _ in range(TEAMS)]
        print(f"    {n}: {np.quantile(values, 0.95):.4f},")


if __name__ == "__main__":
    main()
