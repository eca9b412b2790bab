"""Whether a page may offer a room for one's own team, and what is true of such a room: minutes, how long it is kept."""

from django import template

from kulturspejl.access import room_access
from kulturspejl.readers import rooms
from kulturspejl.values import room_keeping

register = template.Library()


@register.simple_tag
def rooms_are_lent() -> bool:
    """Asked where the offer stands, also in pages that are drawn without a request."""
    return room_access.lends_rooms()


@register.simple_tag
def lent_minutes() -> int:
    """How long the meeting takes that is offered first."""
    return rooms.minutes_lent()


@register.simple_tag
def lent_hours() -> int:
    """After how many hours a borrowed room is gone."""
    return room_keeping.hours_lent()


@register.simple_tag
def days_kept() -> int:
    """After how many days the names of a course day are gone."""
    return room_keeping.days_kept()


@register.simple_tag
def years_kept() -> int:
    """After how many years the numbers of a class are gone."""
    return room_keeping.years_kept()


@register.simple_tag
def sheet_days() -> int:
    """After how many days a feedback sheet leaves the device that keeps it."""
    return room_keeping.SHEET_DAYS
