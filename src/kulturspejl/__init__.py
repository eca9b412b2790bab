"""Kulturspejl: see the culture, talk about it, choose one trait, act, come back and see what changed."""

__version__ = "0.1.0"
