"""A page of this program that a step, or a model, sends people on to: their unit's plan, their own, or the help
they have."""

from kulturspejl.core.toml.keys import one_of
from kulturspejl.core.toml.table import Table

OPENS = ("plan", "help", "own_plan")


def opened_by(row: Table) -> str:
    """What stands under `opens`; "" for nothing."""
    return one_of(row, "opens", OPENS, OPENS[0]) if "opens" in row.values else ""
