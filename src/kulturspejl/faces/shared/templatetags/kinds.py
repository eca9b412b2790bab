"""Which template draws a kind of part."""

from django import template

from kulturspejl.faces.shared.kinds import template_of

register = template.Library()


@register.filter
def of_kind(kind: str, places: str) -> list[str]:
    """The kind's template for a place; of several places the first that it has: {% include kind|of_kind:"note" %}."""
    return [template_of(kind, place) for place in places.split()]
