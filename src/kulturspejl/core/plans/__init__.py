"""The rules of traits, actions and follow-ups."""
