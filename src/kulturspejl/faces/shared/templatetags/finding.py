"""A word that shortens a long list of units: by the address without a script, and while it is typed with one.

All lines are written, those without the word hidden: a script shows them again without asking the server.
"""

from collections.abc import Sequence
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

FIELD = "find"
MANY = 20
"""A list of more lines has a field: fewer are seen at a glance."""


def words_of(request: HttpRequest) -> list[str]:
    """What is looked for, each word by itself, as `find.js` takes them."""
    asked = request.POST if request.method == "POST" else request.GET
    return asked.get(FIELD, "")[:200].lower().split()


def is_found(name: str, words: Sequence[str]) -> bool:
    """Whether the name has all of them, in any order."""
    return all(word in name.lower() for word in words)


@register.simple_tag(takes_context=True)
def named(context: Context, name: str) -> SafeString:
    """The attributes of a line: the name it is found by, and `hidden` where it is not what is looked for."""
    hidden = SafeString("") if is_found(name, words_of(context["request"])) else SafeString(" hidden")
    return format_html('data-name="{}"{}', name, hidden)


@register.simple_tag(takes_context=True)
def is_sought(context: Context) -> bool:
    """Whether a word stands in the address: then the fold of the list is open."""
    return bool(words_of(context["request"]))


@register.inclusion_tag("shared/parts/find.html", takes_context=True)
def find_in(context: Context, names: Sequence[Any], where: str, label: str, by: str = "name") -> dict[str, Any]:
    """The field over the list whose id is `where`; nothing where the list is short. `by` is the name's attribute."""
    return _over(context, names, where, label, by)


@register.inclusion_tag("shared/parts/find_within.html", takes_context=True)
def find_within(context: Context, names: Sequence[Any], where: str, label: str, by: str = "name") -> dict[str, Any]:
    """The same within a form that is posted."""
    return _over(context, names, where, label, by)


def _over(context: Context, names: Sequence[Any], where: str, label: str, by: str) -> dict[str, Any]:
    words = words_of(context["request"])
    found = sum(is_found(str(getattr(one, by)), words) for one in names)
    return {
        "is_long": len(names) > MANY, "where": where, "label": label, "all": len(names), "found": found,
        "word": " ".join(words), "path": context["request"].path,
    }  # fmt: skip
