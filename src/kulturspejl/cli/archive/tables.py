"""Which tables belong to a backup, and how their values are written."""

import base64
from typing import Any

from django.db import models

APPS = ("records", "account", "mfa")
# Sessions, links of the moment and the queue of the framework are made anew; forms that were sent are of these days,
# and what an instance knows of itself, of its mail server and of what is stuck is of that instance. Whom a letter about
# a result is still to go to lives for two days in its sealed list, and in no file beside it. A list of units is looked
# at, and taken back, within a day. A shared line that has been taken back is read by nobody again. An offer
# of a room that was taken back is open to nobody again: whoever leads the room offers it once more.
LEFT_OUT = frozenset(
    {
        "account.EmailConfirmation", "records.InstanceFact", "records.MailServer", "records.OpenSession",
        "records.ResultLetters", "records.RoomOffer", "records.SentForm", "records.SharedLine", "records.SignInLink",
        "records.Stuck", "records.UnitList",
    }
)  # fmt: skip
Model = type[models.Model]


def name_of(model: Model) -> str:
    """records.Round"""
    return f"{model._meta.app_label}.{model._meta.object_name}"


def columns(model: Model) -> list[Any]:
    """The table's fields."""
    return list(model._meta.concrete_fields)


def written(value: object) -> object:
    """A value as JSON can hold it; bytes as base64, days and moments in ISO 8601."""
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else str(value)


def read(field: Any, value: Any) -> Any:
    """The value again, as the field keeps it."""
    if value is None:
        return None
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    if isinstance(field, models.ForeignKey):
        return field.target_field.to_python(value)
    return field.to_python(value)
