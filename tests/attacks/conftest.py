"""The same clock and the same way in as for the tests of the pages."""

from pathlib import Path

import pytest

from tests.faces.conftest import at, the_towns_time

__all__ = ["at", "the_towns_time"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Attacks crawl, race and guess: all of them belong to the whole run, not to the fast part."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)
