"""What is told of one unit's result, in one language, made once: page, PDF, terminal and room set these facts."""

from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.points import PointsMirror, Together

__all__ = ["Figure", "PointsMirror", "Together"]
