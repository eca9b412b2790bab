"""What the rules say of what was typed, put beside the fields of a form."""

from django import forms

from kulturspejl.core.errors import Faulty
from kulturspejl.faces.shared.templatetags.saying import say


def told(form: forms.Form, faulty: Faulty) -> None:
    """Put the sentences of the rules beside the fields that they are about."""
    for field, text in faulty.fields.items():
        form.add_error(field, say(text))
