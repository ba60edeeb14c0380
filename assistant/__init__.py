"""Answers questions about a Danish regional plan and its hearing, with citations."""
