"""Migrations of the one app with tables."""
