"""Files in the formats that people send, as text: a library for each, in a process of its own."""
