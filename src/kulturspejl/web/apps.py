"""The roof as an app: system checks, and the room of jobs and demo mails."""

import logging

from django.apps import AppConfig

from kulturspejl.web import private

log = logging.getLogger(__name__)


class WebConfig(AppConfig):
    """The roof."""

    name = "kulturspejl.web"
    label = "web"

    def ready(self) -> None:
        """Learn languages, close the folders to others, register checks, and share the bell as the store is."""
        from django.conf import settings
        from django.db import connection

        from kulturspejl.live import bell
        from kulturspejl.web import checks, languages  # noqa: F401

        languages.learn_the_others()
        for folder in (settings.KULTURSPEJL_VAR, settings.KULTURSPEJL_KEYS):
            if still_open := private.close(folder):
                log.warning(still_open)
        if connection.vendor == "postgresql":
            # Five megabytes that the embedded store never needs.
            from kulturspejl.live import postgres

            bell.use(postgres.PostgresBell(_heard, _missed))


def _heard(topic: str) -> None:
    from kulturspejl.web import elsewhere

    elsewhere.forget(topic)


def _missed() -> None:
    from kulturspejl.web import elsewhere

    elsewhere.forget_all()
