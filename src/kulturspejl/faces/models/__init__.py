"""Models to read: on the phone, without an account."""
