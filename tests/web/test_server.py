"""What the server says to whom: a real process, spoken to in plain HTTP."""

from __future__ import annotations

import json
import re

import pytest
from running import App, Reply

from assistant.settings import ROOT
from assistant.web.server import HEADERS

pytestmark = pytest.mark.slow

UPLOAD = 'x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhej\r\n--x--\r\n'


def policy(reply: Reply) -> dict[str, list[str]]:
    """The content security policy: what may come from where."""
    directives = [each.split() for each in reply.headers["content-security-policy"].split(";")]
    return {name: sources for name, *sources in directives}


def ask(app: App, *data: object) -> str:
    """What the interface for programs answers."""
    reply = app.get(
        "/gradio_api/call/ask", "POST", json.dumps({"data": data}), Content_Type="application/json"
    )
    return app.get(f"/gradio_api/call/ask/{json.loads(reply.text)['event_id']}").text


def test_it_is_well(app: App) -> None:
    reply = app.get("/healthz")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    assert json.loads(reply.text)["status"] == "ok"


def test_the_page_is_at_the_root(app: App) -> None:
    reply = app.get("/")
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("text/html")
    assert "Spørg planen" in reply.text


def test_the_page_names_no_other_host(app: App) -> None:
    named = re.findall(r'(?:src|href)="(https?:)?//([^"]+)"', app.get("/").text)
    assert [address for address in named if not f"http://{address[1]}".startswith(app.address)] == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/healthz", 200),
        ("GET", "/planen", 200),
        ("GET", "/responses", 200),
        ("GET", "/api", 200),
        ("GET", "/api/ask", 422),
        ("GET", "/api/ask?q=hej", 200),
        ("GET", "/svar.md?q=Hvad+siger+pejlem%C3%A6rke+7%3F", 200),
        ("GET", "/svar.docx", 400),
        ("GET", "/billeder/ask.png", 200),
        ("GET", "/billeder/x.png", 404),
        ("POST", "/mcp", 400),
        ("GET", "/config", 200),
        ("GET", "/theme.css", 200),
        ("GET", "/ukendt", 404),
        ("POST", "/", 405),
        ("GET", "/gradio_api/file=/etc/passwd", 403),
        ("POST", "/gradio_api/upload", 403),
        ("POST", "/gradio_api/queue/join", 422),
        ("GET", f"/static/{'a' * 5000}", 500),
    ],
)
def test_every_response_has_the_headers(app: App, method: str, path: str, status: int) -> None:
    reply = app.get(path, method)
    assert reply.status == status
    for name, value in HEADERS.items():
        assert reply.headers[name.lower()] == value


def test_nothing_may_come_from_another_host(app: App) -> None:
    rules = policy(app.get("/"))
    assert {source for sources in rules.values() for source in sources} <= {
        "'self'",
        "'none'",
        "'unsafe-inline'",
        "data:",
    }
    assert rules["default-src"] == ["'self'"]
    assert "data:" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert {"object-src", "base-uri", "form-action", "frame-ancestors"} <= set(rules), (
        "no default covers those"
    )


@pytest.mark.parametrize("path", ["/ukendt", "/docs", "/redoc", "/app.py", "/.index/CURRENT", "/assistant"])
def test_an_unknown_path_is_not_found(app: App, path: str) -> None:
    assert app.get(path).status == 404


SECRETS = [str(ROOT / "app.py"), str(ROOT / "corpus" / "sources.toml"), "/etc/passwd", "/proc/self/environ"]


@pytest.mark.parametrize("file", [*SECRETS, "app.py", "./app.py", "/proc/self/cwd/app.py", ".git/config"])
@pytest.mark.parametrize(
    "route", ["/gradio_api/file={}", "/gradio_api/file/{}", "/file={}", "/gradio_api/file=//{}", "/{}"]
)
def test_no_file_is_served(app: App, route: str, file: str) -> None:
    reply = app.get(route.format(file))
    assert reply.status in (400, 403, 404)
    assert "root:" not in reply.text
    assert "import" not in reply.text


@pytest.mark.parametrize(
    "route", ["gradio_api/file=", "static", "assets", "svelte", "gradio_api/custom_component/x/y/z"]
)
@pytest.mark.parametrize(
    "up", ["..", "%2e%2e", "..%2f", "..\\", "%252e%252e", "....//", "..;", "%c0%ae%c0%ae"]
)
def test_no_way_leads_up_and_out(app: App, route: str, up: str) -> None:
    reply = app.get(f"/{route}/" + f"{up}/" * 12 + "etc/passwd")
    assert reply.status in (400, 403, 404)
    assert "root:" not in reply.text


@pytest.mark.parametrize(
    "path", ["/gradio_api/file=http://127.0.0.1:1/", "/gradio_api/proxy=http://127.0.0.1:1/"]
)
def test_it_fetches_nothing_for_others(app: App, path: str) -> None:
    assert app.get(path).status in (400, 403, 404)


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/upload/"])
def test_nothing_can_be_uploaded(app: App, path: str) -> None:
    reply = app.get(path, "POST", f"--{UPLOAD}", Content_Type="multipart/form-data; boundary=x")
    assert reply.status in (307, 403, 404, 405)
    assert list(app.temporary.glob("gradio/**/a.txt")) == []


def test_other_sites_may_not_read_what_we_answer(app: App) -> None:
    assert "access-control-allow-origin" not in app.get("/config", Origin="https://ond.example").headers


def test_a_program_gets_the_same_answer(app: App) -> None:
    told = ask(app, "Og hvad siger punkt 3?", ["Hvad siger pejlemærke 7?"])
    assert "event: complete" in told
    assert "regionens principper om frivillighed" in told


@pytest.mark.parametrize(
    "data",
    [
        [],
        [None],
        [{"a": 1}, ["x"]],
        [["hej"], []],
        ["", []],
        ["læge " * 5000, []],
        ["hej", None],
        ["hej", "x"],
    ],
)
def test_a_program_that_talks_garbage_harms_nobody(app: App, data: list[object]) -> None:
    told = ask(app, *data)
    assert "Traceback" not in told
    assert str(ROOT) not in told
    assert app.get("/healthz").status == 200


def test_a_body_without_end_is_not_read(app: App) -> None:
    told = app.get("/api/ask", "POST", Content_Length="2000001", Content_Type="application/json")
    assert told.status == 413
    assert app.get("/gradio_api/queue/join", "POST", Transfer_Encoding="chunked").status == 411
    assert app.get("/healthz").status == 200
