"""The form of an answer on six lines: one of seven places on each."""

from kulturspejl.core.instruments.scale.form import LEAST as LEAST

LINES, PLACES = 6, 7
COLUMNS = tuple(str(number) for number in range(1, LINES + 1))
"""The lines by their numbers, in their order."""

MIDDLE = (LEAST + PLACES) / 2
WIDTH = PLACES - LEAST
