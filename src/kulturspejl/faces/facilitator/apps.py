"""The facilitator face as an app, so that its templates, texts and static files are found."""

from django.apps import AppConfig


class FacilitatorConfig(AppConfig):
    """The facilitator face."""

    name = "kulturspejl.faces.facilitator"
    label = "faces_facilitator"
