"""What speaks for and against a claim that a question asks about."""
