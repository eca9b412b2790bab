"""What all faces share: frame, colours, controls, sign-in, results."""
