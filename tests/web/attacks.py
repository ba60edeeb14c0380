"""What somebody might write to make the page run, load or show something of theirs."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

WRITTEN = [
    '<img src=x onerror="window.executed=1">',
    "<script>window.executed=1</script>",
    "<style>*{display:none}</style><svg onload=window.executed=1>",
    '</p></blockquote></details><form action="https://ond.example"><input></form>',
    "![billede](https://ond.example/x.png)",
    "[klik her](https://ond.example/)",
    "[klik](javascript:window.executed=1)",
    "https://ond.example/psykiatri+og_social og www.ond.example",
    "skriv_til@ond.example",
    "**fed** _kursiv_ `kode` ~~streg~~ # overskrift | a | b |",
    "```mermaid graph TD```",
    "$$x^2$$ koster \\(y\\) og \\[z\\] kroner",
    "a<b og b>c & d &amp; e &lt; &#35;",
    "« [1] og » [[2]](#kilde-1-2)",
]
"""For documents, titles and senders: each must be shown letter for letter."""

TYPED = [
    "<script>window.executed=1</script>",
    "<script src=STRANGER/x.js></script>",
    "<img src=x onerror=window.executed=1>",
    "<img src=STRANGER/x.png>",
    "<img srcset='STRANGER/x.png 1x'>",
    "<svg onload=window.executed=1>",
    "<svg><script>window.executed=1</script></svg>",
    "<svg><image href=STRANGER/x.png></svg>",
    "<svg><use href=STRANGER/x.svg#a></svg>",
    "<iframe src=STRANGER></iframe>",
    "<iframe srcdoc='<script>parent.executed=1</script>'></iframe>",
    "<iframe src=javascript:parent.executed=1></iframe>",
    "<object data=STRANGER/x></object>",
    "<embed src=STRANGER/x>",
    "<link rel=stylesheet href=STRANGER/x.css>",
    "<link rel=prefetch href=STRANGER/x>",
    "<style>@import 'STRANGER/x.css'; * { background: url(STRANGER/y.png) }</style>",
    "<div style='background:url(STRANGER/x.png)'>læge</div>",
    "<base href=STRANGER>",
    "<meta http-equiv=refresh content='0;url=STRANGER'>",
    "<body onload=window.executed=1>",
    "<details open ontoggle=window.executed=1>læge</details>",
    "<input autofocus onfocus=window.executed=1>",
    "<video src=STRANGER/x.mp4 autoplay onerror=window.executed=1></video>",
    "<audio src=STRANGER/x.mp3 autoplay></audio>",
    "<form action=STRANGER><button autofocus>Send</button></form>",
    "<a href=javascript:window.executed=1>læge</a>",
    "<a href=STRANGER ping=STRANGER/ping>læge</a>",
    "<math><mtext><img src=x onerror=window.executed=1></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=window.executed=1>'>",
    "<template><img src=x onerror=window.executed=1></template>",
    "<marquee onstart=window.executed=1>læge</marquee>",
    "![læge](STRANGER/x.png)",
    "![læge](x' onerror='window.executed=1)",
    "[læge](javascript:window.executed=1)",
    "[læge]: STRANGER/x.png\n\n![læge]",
    "```mermaid\ngraph TD; a[<img src=x onerror=window.executed=1>]\n```",
    "$$\\href{javascript:window.executed=1}{x} \\includegraphics{STRANGER/x.png}$$",
    "Får de en læge? \"><script>alert(1)</script><img src=x onerror=alert(1)>'-alert(1)-'",
    "Får de en læge? {{constructor.constructor('window.executed=1')()}} ${alert(1)} <%= 1 %>",
]
"""For whatever can be typed, and for documents that answer nothing. STRANGER stands for the address of
another server."""

_NAMES = (
    "ahorn", "birk", "cypres", "douglas", "eg", "fyr", "gran", "hassel", "ibenholt", "jasmin", "kastanje",
    "lind", "mimose", "nellike", "oliven",
)  # fmt: skip

# So long that each line after it is read as a paragraph.
_OPENING = (
    "Solsikken er et tilbud til voksne, der har brug for støtte hele døgnet, og her bor tolv beboere i hver "
    "sin lejlighed med eget køkken og bad, og der er altid personale i huset, som beboerne kan gå til med "
    "stort og småt.\n"
)
_SOURCES = """
[[document]]
id = "svar"
file = "svar.txt"
title = "Svar <b>fra</b> **Solsikken** <img src=x onerror=window.executed=1>"
short = "Svar *x*"
role = "response"
sender = "Solsikken [x](https://ond.example) <i>Kommune</i>"
date = 2023-10-11
status = "sendt <script>window.executed=1</script>"
"""
SENDER = "Solsikken [x](https://ond.example) <i>Kommune</i>"


def rule(attack: str) -> str:
    """The paragraph that holds an attack."""
    return f"Regel {_name(attack)} om solsikker: {attack} slut."


def question(attack: str) -> str:
    """What to ask to be shown that paragraph."""
    return f"Hvad siger regel {_name(attack)} om solsikker?"


def one_line(attack: str) -> str:
    return " ".join(attack.split())


def write_corpus(directory: Path) -> Path:
    """A corpus with one response of which each paragraph is an attack, as are its title and its sender, and
    for each typed attack a response with it as its text, its title and the name of its file."""
    directory.mkdir()
    sources = [_SOURCES]
    for number, attack in enumerate(map(one_line, TYPED), start=1):
        file = attack.replace("/", "\N{DIVISION SLASH}") + ".txt"
        (directory / file).write_text(f"{_OPENING}Om solsikker står der {attack} slut.\n", encoding="utf-8")
        written = {
            "id": f"angreb-{number}",
            "file": file,
            "title": attack,
            "role": "response",
            "sender": "Solby",
        }
        fields = "".join(f"{name} = {json.dumps(value)}\n" for name, value in written.items())
        sources.append(f'\n[[document]]\n{fields}date = 2023-10-12\nstatus = "sendt"\n')
    asked = [
        {"question": question(attack), "passages": [f"svar/{number}"], "language": "da"}
        for number, attack in enumerate(WRITTEN, start=2)
    ]
    outside = [{"question": "Hvordan bliver vejret i morgen?", "language": "da"}]
    term = [{"term": "solsikke", "near": ["blomst"], "en": ["sunflower"]}]
    (directory / "sources.toml").write_text("".join(sources), encoding="utf-8")
    (directory / "svar.txt").write_text(_OPENING + "\n".join(map(rule, WRITTEN)) + "\n", encoding="utf-8")
    for name, rows in (("questions", asked), ("outside", outside), ("thesaurus", term)):
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        (directory / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return directory


def _name(attack: str) -> str:
    return _NAMES[WRITTEN.index(attack)]


class Stranger(ThreadingHTTPServer):
    """Another server, that nobody should ever ask for anything."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.asked_for: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Door(BaseHTTPRequestHandler):
    server: Stranger

    def do_GET(self) -> None:
        self.server.asked_for.append(self.path)
        self.send_error(404)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        """Says nothing."""
