"""Electronic mail: what its sender wrote, without the mail that it answers."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from assistant.documents.formats.extracted import Extracted
from assistant.documents.formats.markup import read_html
from assistant.errors import CorpusError

_EARLIER = re.compile(
    r"^(?:-{2,} ?(?:oprindelig meddelelse|original message|videresendt\w*|forwarded message)\b.*"
    r"|(?:fra|from): .*\n+\s*(?:sendt|dato|sent|date|til|to): .*"
    r"|(?:den|on) .{6,80} (?:skrev|wrote)\b.{0,80}:)$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a mail begins to repeat the one that it answers."""
_QUOTED = re.compile(r"^\s*>.*\n?", re.MULTILINE)


def read_mail(path: Path) -> Extracted:
    """The body of a mail. ``CorpusError`` if it has none that is text."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    if body is None:
        raise CorpusError(f"{path.name} has no text: save what is attached to it, and add that")
    content = str(body.get_content())
    is_html = body.get_content_subtype() == "html"
    read = read_html(content) if is_html else Extracted(content, "parted")
    text, is_cut = _own(read.text)
    attached = [name for part in message.iter_attachments() if (name := part.get_filename())]
    notes = (
        *read.notes,
        *(("den mail, der svares på, er udeladt",) if is_cut else ()),
        *(f"vedhæftet og ikke læst: {name}; gem den, og tilføj den for sig" for name in attached),
    )
    date = message.get("date")
    sent = getattr(date, "datetime", None)
    return Extracted(
        text,
        read.layout,
        title=str(message.get("subject", "")),
        author=parseaddr(str(message.get("from", "")))[0],
        date=f"{sent:%Y-%m-%d}" if sent else "",
        notes=notes,
        is_dated=bool(sent),
    )


def _own(text: str) -> tuple[str, bool]:
    """The text without what it quotes of an earlier mail, and whether there was any."""
    earlier = _EARLIER.search(text)
    own = _QUOTED.sub("", text[: earlier.start()] if earlier else text)
    return own, own != text
