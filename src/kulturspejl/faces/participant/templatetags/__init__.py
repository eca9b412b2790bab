"""What the participant's templates ask for."""
