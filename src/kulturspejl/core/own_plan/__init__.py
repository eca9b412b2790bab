"""A person's own development plan: what it asks, and when it reminds. What is written in it is never here."""
