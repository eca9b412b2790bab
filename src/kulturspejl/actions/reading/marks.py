"""Somebody says that their homework is done, or takes it back: nothing else about it comes here."""

from datetime import datetime

from kulturspejl.access.course_access import membership_by_key
from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import HomeworkMark, Membership


def mark_homework(*, secret: str, homework: str, is_done: bool, now: datetime) -> None:
    """Keep the mark, or take it away. Repeating does no harm."""
    with deciding(Membership, membership_by_key(secret, now=now).member.id) as me:
        asked = course_from_json(membership_by_key(secret, now=now).course.content).homework
        if homework not in {one.id for one in asked}:
            raise NotThere(NOTHING_HERE)
        if is_done:
            HomeworkMark.objects.get_or_create(member=me, homework=homework)
        else:
            HomeworkMark.objects.filter(member=me, homework=homework).delete()
