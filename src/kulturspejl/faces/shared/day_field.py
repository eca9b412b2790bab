"""A field for a day, as browsers ask for one: the same on every form."""

from django import forms


def day_input(**attrs: str) -> forms.DateInput:
    """The browser's own calendar; what stands in it already is written as the browser reads it."""
    return forms.DateInput(attrs={"type": "date", **attrs}, format="%Y-%m-%d")
