"""The command kulturspejl."""
