"""Numbers to geometry to SVG, and the same numbers as tables and sentences."""

from kulturspejl.drawing.grid import dimension_grid as dimension_grid
from kulturspejl.drawing.series import DimensionRow as DimensionRow
from kulturspejl.drawing.series import Series as Series
from kulturspejl.drawing.spider import spider_web as spider_web
from kulturspejl.drawing.whiskers import bars as bars
