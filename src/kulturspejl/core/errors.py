"""One tree of errors. Each carries a sentence in Danish and English; the roof maps it to a status once."""

from collections.abc import Mapping

from kulturspejl.core.text import Text


class KulturspejlError(Exception):
    """Something that a person can be told, and do something about."""

    status = 400
    retry_after: int | None = None
    """Seconds after which it is worth trying again."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class NotThere(KulturspejlError):
    """Not found, or not for you: the two look alike."""

    status = 404


class Conflict(KulturspejlError):
    """Somebody was there first, or the thing has moved on."""

    status = 409


class Gone(KulturspejlError):
    """The round is closed."""

    status = 410


class Refused(KulturspejlError):
    """A rule of the house says no, and why."""

    status = 422


class Faulty(KulturspejlError):
    """Input that has to be mended, field by field."""

    status = 422

    def __init__(self, text: Text, fields: Mapping[str, Text]) -> None:
        super().__init__(text)
        self.fields = dict(fields)


class SlowDown(KulturspejlError):
    """Too many wrong guesses at the instance just now."""

    status = 429
    retry_after = 5


class Unready(KulturspejlError):
    """The instance cannot store anything right now."""

    status = 503
