"""The clock of the half-year while it is played: moved from stop to stop, with the jobs of the days in between."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kulturspejl.cli.demo.half_year.days import days_before, workday
from kulturspejl.core.workdays import is_workday
from kulturspejl.faces.shared import clock, played
from kulturspejl.web import jobs

EACH_MORNING = ("tell", "close", "course letters", "changes")
"""The jobs that write letters and close rounds."""
EACH_MONDAY = ("rooms", "courses", "minutes", "meetings", "plan reminders", "shared lines")
"""Those that delete what is over, and what they have to do on a day they do on the next Monday, or at a stop, too."""
MAIL = ("mail",)
"""Last, with all that the others have written."""
MONDAY = 0
MORNING = time(8, 5)


class Reel:
    """Days are counted back from the last working day, without the summer: `at(182, 9)` is nine o'clock 182 days
    before, or on the next day on which people work."""

    def __init__(self, last: date) -> None:
        while not is_workday(last):
            last -= timedelta(days=1)
        self._days = days_before(last)
        self._jobs = {job.name: job for job in jobs.ALL}
        self._until: date | None = None

    def day(self, before: int) -> date:
        """The day so many days before the last one, or the next after it on which people work."""
        if before < 0:
            return workday(self._days[0] - timedelta(days=before))
        return workday(self._days[before])

    def at(self, before: int, hour: int, minute: int = 0) -> datetime:
        """Move the clock there; the mornings on the way have done what is due on them."""
        day = self.day(before)
        morning = self._until or day
        while morning <= day:
            if is_workday(morning):
                self._stand(datetime.combine(morning, MORNING))
                self._work((*EACH_MORNING, *(EACH_MONDAY if morning.weekday() == MONDAY else ()), *MAIL))
            morning += timedelta(days=1)
        self._until = day + timedelta(days=1)
        return self._stand(datetime.combine(day, time(hour, minute)))

    def skip_to(self, before: int) -> None:
        """Nothing happens until then, not even a morning."""
        self._until = self.day(before)

    def turn(self) -> None:
        """What the jobs of a server would do now: letters are written and sent, what is over is closed or deleted."""
        self._work((*EACH_MORNING, *EACH_MONDAY, *MAIL))

    def _work(self, names: Iterable[str]) -> None:
        for name in names:
            self._jobs[name].work()

    def _stand(self, moment: datetime) -> datetime:
        aware = timezone.make_aware(moment)
        seconds = (aware - timezone.now()).total_seconds()
        played.write(Path(settings.KULTURSPEJL_CLOCK_FILE), str(seconds))
        return clock.now()
