"""Answers that are listed completely: from where passages stand, never from a top-k."""
