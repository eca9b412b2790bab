"""What stands on every page of a room as it is, drawn for the first of them."""

from collections import OrderedDict
from collections.abc import Mapping

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
MOST = 256
Key = tuple[object, ...]
_drawn: OrderedDict[Key, tuple[Mapping[str, object], SafeString]] = OrderedDict()


@register.simple_tag
def drawn_once(template_name: str, **shown: object) -> SafeString:
    """The template with `shown` and nothing else: drawn once for these very objects in a language, since nothing in
    them changes. They are kept beside it, so that no others are taken for them.
    """
    key = (template_name, get_language(), *shown, *map(id, shown.values()))
    found = _drawn.get(key)
    if found is None:
        found = _drawn[key] = shown, SafeString(render_to_string(template_name, {**shown}))
        if len(_drawn) > MOST:
            _drawn.popitem(last=False)
    return found[1]
