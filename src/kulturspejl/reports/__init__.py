"""Released and plans to PDF."""
