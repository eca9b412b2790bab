"""What is told of a result on a scale, made once for page, PDF and terminal."""
