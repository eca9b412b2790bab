"""Kulturspejl: see the culture, talk about it, choose one trait, act, come back and see what changed."""

__version__ = "0.8.3"
"""Changes with every release: a release has a heading in CHANGELOG.md and a line in tests/upgrade/versions.toml."""
