"""What is told of one unit's result, in one language, made once: page, PDF, terminal and room set these facts."""

from kulturspejl.reports.mirror.allocation.points import PointsMirror
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.together import Together

__all__ = ["Figure", "PointsMirror", "Together"]
