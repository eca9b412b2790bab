"""The trio face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class TrioConfig(AppConfig):
    """The trio face."""

    name = "kulturspejl.faces.trio"
    label = "faces_trio"
