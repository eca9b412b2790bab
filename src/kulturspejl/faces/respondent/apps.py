"""The respondent face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class RespondentConfig(AppConfig):
    """The respondent face."""

    name = "kulturspejl.faces.respondent"
    label = "faces_respondent"
