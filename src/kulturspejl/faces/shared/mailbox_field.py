"""A mail address in a form: whatever leads to the same mailbox is the same text before anything is done with it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.faces.shared.templatetags.saying import say


def put_mailbox(form: forms.Form, name: str) -> None:
    """Let a field of a form that is not ours take addresses as this one does, as it looks and is called there."""
    was = form.fields[name]
    form.fields[name] = MailboxField(label=was.label, widget=was.widget, required=was.required)


class MailboxField(forms.CharField):
    """Gives the address in its one form, or says why no letter could be sent to it."""

    widget = forms.EmailInput

    def __init__(self, **said: Any) -> None:
        super().__init__(max_length=500, **said)

    def clean(self, value: Any) -> str:
        """The address; nothing where nothing is demanded."""
        words = super().clean(value)
        if not words:
            return ""
        try:
            return mailbox(words)
        except Refused as refused:
            raise ValidationError(say(refused.text), code="invalid") from None
