"""The bell: ring(topic, version), listen(topic)."""
