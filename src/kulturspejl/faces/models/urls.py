"""Addresses of the models face."""

from django.urls import URLPattern, path

from kulturspejl.faces.models import reading

urlpatterns: list[URLPattern] = [
    path("models", reading.all_models, name="models"),
    path("models/<str:model>", reading.one_model, name="model"),
]
