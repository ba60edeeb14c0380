"""A language model phrases what was quoted: it names sentences, code checks and cites."""
