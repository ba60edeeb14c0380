"""Starts the chat: ``python app.py``, then open the address that it prints."""

from __future__ import annotations

import logging
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from importlib import import_module

import uvicorn

from assistant.answers.live import LiveAssistant, open_live
from assistant.errors import AssistantError
from assistant.progress import progress_bar
from assistant.search.ingest import ingest
from assistant.search.models import load_embedder
from assistant.search.versions import is_built
from assistant.settings import Settings, read_settings
from assistant.signals import end_if_told, heed_signals


def open_or_build(settings: Settings) -> LiveAssistant:
    """The assistant; builds the index first if there is none."""
    if not is_built(settings.index):
        print("Der er intet indeks endnu. Jeg bygger det.")
        with progress_bar() as progress:
            ingest(settings.corpus, settings.index, load_embedder(settings), progress, server=settings.chroma)
    return open_live(settings)


def main() -> int:
    """Serves until it is stopped; 1 if it cannot start."""
    logging.basicConfig(level=logging.WARNING)
    heed_signals(terminate=True)
    server = ThreadPoolExecutor(1).submit(import_module, "assistant.web.server")  # while the index is opened
    try:
        settings = read_settings()
        host, port = settings.host, settings.port
        socket.create_server((host, port)).close()  # a taken port is told at once
        live = open_or_build(settings)
        app = server.result().create_app(live)
        end_if_told()
        print(f"Åbn http://{host}:{port} i en browser. Stop med Ctrl-C.", flush=True)
        live.follow()
        with closing(live), suppress(KeyboardInterrupt):  # the way in which it is meant to end
            uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=2)
    except (AssistantError, OSError) as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
