"""Addresses of the trio face."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
