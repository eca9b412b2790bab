"""A class takes a second to make: all but its first walk belong to the whole run, not to the fast part."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
FAST = {"test_first_walk.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marked where they lie, so that a new file is not forgotten."""
    for item in items:
        if HERE in item.path.parents and item.path.name not in FAST:
            item.add_marker(pytest.mark.slow)
