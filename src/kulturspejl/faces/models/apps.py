"""The models face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class ModelsConfig(AppConfig):
    """The models face."""

    name = "kulturspejl.faces.models"
    label = "faces_models"
