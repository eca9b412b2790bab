"""The leader's pages: rounds, the mirror, the chosen trait."""
