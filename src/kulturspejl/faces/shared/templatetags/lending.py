"""Whether a page may offer a room for one's own team."""

from django import template

from kulturspejl.access import room_access

register = template.Library()


@register.simple_tag
def rooms_are_lent() -> bool:
    """Asked where the offer stands, also in pages that are drawn without a request."""
    return room_access.lends_rooms()
