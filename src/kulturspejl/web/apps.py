"""The roof as an app: system checks, and the room of jobs and demo mails."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The roof."""

    name = "kulturspejl.web"
    label = "web"

    def ready(self) -> None:
        """Misconfiguration is told at start."""
        from kulturspejl.web import checks  # noqa: F401
