"""A team that is asked, as for the respondent's pages."""

from tests.faces.respondent.conftest import _still, move_clock, team

__all__ = ["_still", "move_clock", "team"]
