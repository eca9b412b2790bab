"""The quick door."""
