"""From files to passages: reading, mending and structure. Pure, but for reading the files."""
