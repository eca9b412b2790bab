"""A change that two may make at once: done, at fault, or too late, and nothing that was typed is lost."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest

from kulturspejl.core.errors import Conflict, Faulty
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.templatetags.saying import say


@dataclass(frozen=True)
class Tried:
    """`status` is that of the page on which the form stands again; `conflict` says that somebody else was first."""

    is_done: bool = False
    conflict: str = ""
    status: int = 200


def tried(request: HttpRequest, form: forms.Form, change: Callable[[], object]) -> Tried:
    """Make the change where the form was sent and can be read; the rules' faults stand beside its fields afterwards."""
    if request.method == "POST" and form.is_valid():
        try:
            change()
            return Tried(is_done=True)
        except Faulty as faulty:
            told(form, faulty)
        except Conflict as meanwhile:
            return Tried(conflict=say(meanwhile.text), status=409)
    return Tried(status=422 if form.errors else 200)
