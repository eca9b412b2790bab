"""What a room may see of a part: from how many answers, what goes together, and what two showings tell apart."""
