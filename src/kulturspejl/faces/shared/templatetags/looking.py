"""Looking something up by a key that a template has in its hand."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: Mapping[Any, Any], key: Any) -> Any:
    """What stands there, or None."""
    return found.get(key)
