"""The mirror: what a result page shows, put into words, pictures and tables for the reader's language."""

from kulturspejl.faces.shared.mirror.mirror import Mirror, mirror

__all__ = ["Mirror", "mirror"]
