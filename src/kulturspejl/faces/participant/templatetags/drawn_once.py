"""What stands on every page of a room as it is, drawn for the first of them."""

from collections import OrderedDict
from collections.abc import Sequence

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kulturspejl.readers.rooms.regions.part import PartView

register = template.Library()
MOST = 64
Key = tuple[int, str, str | None]
_drawn: OrderedDict[Key, tuple[Sequence[PartView], SafeString]] = OrderedDict()


@register.simple_tag
def drawn_once(parts: Sequence[PartView], template_name: str) -> SafeString:
    """The template with `parts` and nothing else: drawn once for these very parts in a language, since nothing in them
    changes. They are kept beside it, so that no others are taken for them.
    """
    key = (id(parts), template_name, get_language())
    found = _drawn.get(key)
    if found is None:
        found = _drawn[key] = parts, SafeString(render_to_string(template_name, {"parts": parts}))
        if len(_drawn) > MOST:
            _drawn.popitem(last=False)
    return found[1]
