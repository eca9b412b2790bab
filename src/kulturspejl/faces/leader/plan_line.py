"""The plan by time as a picture, whose description says the same as the sentence above it."""

from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.core.plans.line_of_time import LANES
from kulturspejl.drawing.plan_line import Lane, plan_line
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.plan_time import TimeLine


def drawn(line: TimeLine, today: date) -> SafeString | None:
    """The lanes that have something; None where nothing has happened and no day is ahead."""
    lanes = [
        Lane(
            say(words), tuple(one.on for one in line.past if one.lane is lane),
            tuple(one.on for one in (*line.waiting, *line.ahead) if one.lane is lane),
        )
        for lane, words in LANES.items()
    ]  # fmt: skip
    lanes = [lane for lane in lanes if lane.days]
    if not lanes:
        return None
    svg = plan_line(
        lanes, today, now=_("today"), title=_("The plan by time"), description=say(line.sentence), lang=language(),
        key="plan-line",
    )  # fmt: skip
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)
