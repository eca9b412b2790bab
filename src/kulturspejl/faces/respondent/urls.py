"""Addresses of the respondent face."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
