"""The participant's face: a room on the own phone, without an account."""
