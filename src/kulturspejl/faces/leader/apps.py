"""The leader face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class LeaderConfig(AppConfig):
    """The leader face."""

    name = "kulturspejl.faces.leader"
    label = "faces_leader"
