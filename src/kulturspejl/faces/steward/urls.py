"""Addresses of the steward face."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
