"""What a leader may draw beside what a team answers, by its own name: never in a mean, never in a count."""

from typing import Final

OWN: Final = "own"
"""The leader's own answer to the questions that the team is asked."""

GUESS: Final = "guess"
"""What the leader thinks that the team will say, on the team's own questions."""
