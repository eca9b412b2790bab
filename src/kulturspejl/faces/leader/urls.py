"""Addresses of the leader face."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
