"""Parts of a page that follow what happens at the server: each carries the mark of what was drawn in it."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()
OF_ONE_DRAWING = re.compile(r'<input [^>]*name="(?:csrfmiddlewaretoken|form_id)"[^>]*>')
OF_THIS_SECOND = re.compile(r'(data-ends-at="[^"]*"\s*)data-seconds="\d+"')
"""Different each time that it is drawn, and no news to whoever looks: a form's own marks, and what a clock that the
device runs has left."""
BYTES = 8
MARKS = "marks"
"""In a template's context: a page is drawn to be cut at its regions, and the places that are filled in afterwards begin
with this (participant/filled_in.py)."""
DIV = SafeString("div")
KEY, END = "key0", "end0"
NAME = re.compile(r'data-region="([^"]*)"')


@register.simple_block_tag(takes_context=True)
def region(
    context: Mapping[str, Any], content: str, name: str, tag: str = DIV, **attributes: object
) -> SafeString:
    """An element whose `data-key` is made of all that stands in it, and of its attributes.

    device/live.js exchanges it where the key is another, so nothing that is drawn can be forgotten in a list. `data_x`
    stands for data-x; True is an attribute without a value, False and None are none.
    """
    dressed = SafeString("".join(_attribute(key, value) for key, value in attributes.items()))
    marks = context.get(MARKS)
    key, end = (f"{marks}{KEY}", f"{marks}{END}") if marks else (key_of(f"{dressed}>{content}"), "")
    tag, name = conditional_escape(tag), conditional_escape(name)
    return SafeString(f'<{tag} data-region="{name}" data-key="{key}"{dressed}>{content}{end}</{tag}>')


def name_in(opening: str) -> str:
    """The name of the region whose element begins so."""
    found = NAME.search(opening)
    return found[1] if found else ""


def key_of(drawn: str) -> str:
    """The key of what stands in a region, from its attributes on."""
    lasting = OF_THIS_SECOND.sub(r"\1", OF_ONE_DRAWING.sub("", drawn))
    return hashlib.blake2b(lasting.encode(), digest_size=BYTES).hexdigest()


def _attribute(key: str, value: object) -> SafeString:
    if value is None or value is False:
        return SafeString("")
    name = conditional_escape(key.replace("_", "-"))
    return SafeString(f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"')
