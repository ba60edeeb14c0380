"""How good the answers are: gold questions, metrics, and peers side by side."""
