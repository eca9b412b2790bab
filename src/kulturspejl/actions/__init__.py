"""Verbs that change."""
