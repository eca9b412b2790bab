"""What is asked about a course: its classes, one class, one's own path through it, and the counts alone."""
