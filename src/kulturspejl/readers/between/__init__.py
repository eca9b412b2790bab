"""What a course asks for between its days: reading, homework, and at the end the certificate."""
