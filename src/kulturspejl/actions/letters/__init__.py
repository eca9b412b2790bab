"""Letters: how one is built, sent, set aside, and told of. Whoever has one for an account calls `actions.telling`."""
