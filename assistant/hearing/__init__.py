"""What was committed, and what the hearing said about it."""
