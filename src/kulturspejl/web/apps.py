"""The roof as an app: system checks, and the room of jobs and demo mails."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The roof."""

    name = "kulturspejl.web"
    label = "web"

    def ready(self) -> None:
        """Misconfiguration is told at start; where several processes may share the store, so they do the bell."""
        from django.db import connection

        from kulturspejl.live import bell, postgres
        from kulturspejl.web import checks  # noqa: F401

        if connection.vendor == "postgresql":
            bell.use(postgres.PostgresBell(_heard, _missed))


def _heard(topic: str) -> None:
    from kulturspejl.web import elsewhere

    elsewhere.forget(topic)


def _missed() -> None:
    from kulturspejl.web import elsewhere

    elsewhere.forget_all()
