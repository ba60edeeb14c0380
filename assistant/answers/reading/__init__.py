"""Reads a question: what it refers to, whom it asks about, what it wants to know."""
