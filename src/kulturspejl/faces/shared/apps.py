"""The shared face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """The shared face."""

    name = "kulturspejl.faces.shared"
    label = "faces_shared"
