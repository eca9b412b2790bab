"""A form as a browser sends it, to be pressed as often as one likes."""

import json
from dataclasses import dataclass

from django.core.files import File
from django.test import Client

from tests.attacks.forms_on import form_on


@dataclass
class Press:
    """What a browser sends."""

    client: Client
    url: str
    data: dict
    is_json: bool = False

    def __call__(self):
        if self.is_json:
            return self.client.post(self.url, json.dumps(self.data), content_type="application/json")
        for file in (one for one in self.data.values() if isinstance(one, File)):
            file.seek(0)
        return self.client.post(self.url, self.data)


def browser(user=None) -> Client:
    client = Client(headers={"accept-language": "da"})
    if user is not None:
        client.force_login(user)
    return client


def of(client, page, action=None, *, to=None, wanted=None, **typed) -> Press:
    """The form on `page`, with what somebody types into it."""
    hidden = form_on(client, page, action, **(wanted or {}))
    return Press(client, to or action or page, {**hidden, **typed})
