"""The pages in Gradio: the only package that knows it."""

from __future__ import annotations

import inspect
import os
from unittest.mock import patch

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # Gradio reads it when it is imported

_file_of = inspect.getfile


def _file_unless_component(thing: object) -> str:
    if type(thing).__name__ == "ComponentMeta":
        raise OSError("no stub is wanted")
    return _file_of(thing)  # type: ignore[arg-type]


# While it is imported, Gradio parses its own source for most of a second to write stubs for editors beside
# it. An app has no use for them and should not write there; a class of which no file is known gets none.
with patch.object(inspect, "getfile", _file_unless_component):
    import gradio  # noqa: F401
