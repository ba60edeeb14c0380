"""From a question and the passages found to a verified, cited answer."""
