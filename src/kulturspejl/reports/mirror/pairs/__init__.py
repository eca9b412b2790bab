"""What is told of a result on six lines, made once for page, PDF and terminal."""
