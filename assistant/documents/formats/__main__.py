"""The process in which a file is read: ``python -m assistant.documents.formats FILE``.

Prints what was read, or why it was not, as a JSON object. What ends it otherwise, its parent tells.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from assistant.documents.formats.isolated import MOST_MEMORY, MOST_SECONDS
from assistant.documents.formats.reader import read_file
from assistant.errors import CorpusError


def main(file: str) -> int:
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        resource.setrlimit(what, (most, most))
    path = Path(file)
    told: dict[str, object]
    try:
        told = {"read": asdict(read_file(path))}
    except CorpusError as fault:
        told = {"fault": str(fault)}
    except (MemoryError, RecursionError) as fault:
        told = {"fault": f"{path.name} is too large or too deep to be read ({type(fault).__name__})"}
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
