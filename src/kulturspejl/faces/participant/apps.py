"""The participant face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class ParticipantConfig(AppConfig):
    """The participant face."""

    name = "kulturspejl.faces.participant"
    label = "faces_participant"
