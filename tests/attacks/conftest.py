"""The same clock and the same way in as for the tests of the pages."""

from tests.faces.conftest import at, the_towns_time

__all__ = ["at", "the_towns_time"]
