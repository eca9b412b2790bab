"""The shared face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """The shared face."""

    name = "kulturspejl.faces.shared"
    label = "faces_shared"

    def ready(self) -> None:
        """Listen to what the sign-in library says, and look for the templates of each kind of part."""
        from kulturspejl.faces.shared import account_events, kinds  # noqa: F401

        account_events.listen()
