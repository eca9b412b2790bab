"""What a piece of content is, and how one is validated."""
