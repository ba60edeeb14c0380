"""Versions of the index on disk: their manifests with checksums, one atomic switch, and the way back.

``.index/versions/NAME/`` holds ``manifest.json`` and what it names; the file ``.index/CURRENT`` holds the
NAME that is served. A version is written once, checked, switched to, and never written again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.documents.files import replace_file
from assistant.errors import IndexDamaged, IndexFault

FORMAT = 5
"""Goes up when an index of an older assistant can no longer be read."""

CURRENT, VERSIONS, MANIFEST = "CURRENT", "versions", "manifest.json"
REMEDY = "run: python ingest.py --force"


@dataclass(frozen=True)
class Manifest:
    """What a version holds. ``fingerprint`` is of everything that went into it; ``files`` maps
    each path in the version to its SHA-256."""

    format: int
    created: str
    fingerprint: str
    embedder: str
    documents: int
    passages: int
    questions: int
    files: dict[str, str]

    def save(self, directory: Path) -> None:
        (directory / MANIFEST).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def current_version(root: Path) -> Path | None:
    """The directory of the version that ``CURRENT`` names; None if nothing was ever ingested."""
    try:
        name = (root / CURRENT).read_text(encoding="utf-8").strip()
        known = {path.name for path in (root / VERSIONS).iterdir() if path.is_dir()}
    except FileNotFoundError as fault:
        if not (root / CURRENT).exists():
            return None
        raise IndexDamaged(f"{root / VERSIONS} is missing: {REMEDY}") from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise IndexDamaged(f"{root / CURRENT} cannot be read ({fault}): {REMEDY}") from fault
    if name not in known:
        raise IndexDamaged(f"{root / CURRENT} names “{name[:80]}”, which is no version: {REMEDY}")
    return root / VERSIONS / name


def switch_to(root: Path, name: str) -> None:
    """Makes a version the current one; readers see the old or the new name, never a part."""
    replace_file(root / CURRENT, name)


def roll_back(root: Path) -> str:
    """Switches to the newest sound version before the current one, and returns its name.

    Raises ``IndexFault`` if there is none.
    """
    current = current_version(root)
    for directory in older_versions(root, current.name if current else ""):
        with suppress(IndexDamaged):
            verify(directory, read_manifest(directory))
            switch_to(root, directory.name)
            return directory.name
    raise IndexFault(f"{root} holds no version before the current one")


def older_versions(root: Path, name: str) -> list[Path]:
    """The finished versions before one, the newest first; their names begin with the time."""
    versions = (path for path in (root / VERSIONS).glob("*") if (path / MANIFEST).is_file())
    return sorted((path for path in versions if path.name < name), reverse=True)


def is_built(root: Path) -> bool:
    """Whether anything was ever ingested."""
    return (root / CURRENT).exists()


def read_manifest(directory: Path) -> Manifest:
    """The manifest of a version; ``IndexFault`` if it is missing, damaged or of another format."""
    try:
        manifest = Manifest(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
        if not isinstance(manifest.files, dict):
            raise TypeError("no list of files")
    except (OSError, ValueError, TypeError) as fault:
        raise IndexDamaged(f"{directory / MANIFEST} is missing or damaged: {REMEDY}") from fault
    if manifest.format != FORMAT:
        raise IndexFault(f"{directory} has format {manifest.format}, this assistant reads {FORMAT}: {REMEDY}")
    return manifest


def verify(directory: Path, manifest: Manifest) -> None:
    """``IndexFault`` unless every file of the manifest is there with its checksum."""
    found = checksums(directory)
    for name, checksum in manifest.files.items():
        if name not in found:
            raise IndexDamaged(f"the index is damaged, {name} is missing: {REMEDY}")
        if found[name] != checksum:
            raise IndexDamaged(f"the index is damaged, {name} has changed: {REMEDY}")


def checksums(directory: Path) -> dict[str, str]:
    """SHA-256 of every file under a directory, by its relative path; the manifest left out."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def prune(root: Path, keep: Path, older: int, leave: Callable[[Path], None] = lambda directory: None) -> None:
    """Removes what killed ingests left, and old versions but the last few: to roll back to.

    ``leave`` is called with each directory before it goes.
    """
    others = sorted(path for path in (root / VERSIONS).iterdir() if path != keep)
    whole = [path for path in others if (path / MANIFEST).is_file()]
    for old in others:
        if old not in whole[len(whole) - older :]:
            leave(old)
            shutil.rmtree(old, ignore_errors=True)
