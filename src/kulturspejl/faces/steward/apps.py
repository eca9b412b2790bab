"""The steward face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class StewardConfig(AppConfig):
    """The steward face."""

    name = "kulturspejl.faces.steward"
    label = "faces_steward"
