"""Holds what people claim against the documents: stands, differs, or not found."""
