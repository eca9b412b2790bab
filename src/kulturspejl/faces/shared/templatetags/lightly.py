"""What a page for a phone on a bad line says in fewer bytes."""

import re
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_WITH_COLOUR = re.compile(r"var\((--[a-z-]+), #[0-9a-f]{6}\)")


class _Letters(DjangoJSONEncoder):
    """Writes æ, ø and å as they are, not in six signs each."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how | {"ensure_ascii": False})


@register.filter
def words_script(words: Any, id: str) -> SafeString:
    """As Django's `json_script`."""
    return json_script(words, id, encoder=_Letters)


@register.filter
def in_page_colours(svg: str) -> SafeString:
    """A figure without the colours that it has for a file: the page's style sheet names them all."""
    return mark_safe(_WITH_COLOUR.sub(r"var(\1)", svg))
