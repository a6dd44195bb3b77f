"""The pages and the API: what they show, what they change, and what they refuse."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

import lesart
from lesart import Article
from lesart.desk import Store
from lesart.desk.dossiers import refresh
from lesart.desk.store import StoreError
from lesart.desk.web import create_app
from lesart.desk.web.security import is_loopback
from lesart.desk.web.serving import TokenError, token_of

PAGES = ["/", "/search", "/parties", "/articles", "/phrases", "/read", "/corrections", "/event/1", "/party/1"]
EVIL = """<script>alert(1)</script>"><img src=x onerror=alert(1)>'--{{7*7}}${7*7}"""


def _form(client: TestClient, path: str) -> str:
    found = re.search(r'name="form_token" value="(\w+)"', client.get(path).text)
    assert found, path
    return found[1]


def _first(client: TestClient, what: str) -> dict[str, object]:
    return client.get(f"/api/{what}").json()[0]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_in_both_languages(client: TestClient, path: str) -> None:
    german, english = client.get(path), client.get(path, params={"lang": "en"})
    assert (german.status_code, english.status_code) == (200, 200)
    assert '<html lang="de">' in german.text and '<html lang="en">' in english.text
    assert "<built-in" not in german.text
    assert not re.search(r" on\w+=|<script>|style=|http://|https://(?!…)", german.text)


def test_the_page_of_an_article(client: TestClient) -> None:
    name = _first(client, "articles")["name"]
    page = client.get(f"/article/{name}").text
    assert "data-statement" in page and "Tasten: j/k" in page and "<built-in" not in page


def test_the_start_shows_the_widest_gap_first(client: TestClient) -> None:
    page = client.get("/").text
    event = _first(client, "events")
    assert event["gaps"] and str(event["widest"]) in page


def test_an_event_with_matrix_and_articles(client: TestClient) -> None:
    event = _first(client, "events")
    page = client.get(f"/event/{event['id']}").text
    assert 'class="matrix"' in page and page.count("<article") == 3
    assert client.get(f"/api/events/{event['id']}").json()["comparison"]["events"]


def test_a_party_with_what_it_says(client: TestClient) -> None:
    party = _first(client, "parties")
    page = client.get(f"/party/{party['id']}").text
    assert str(party["name"]) in page and '<ol class="hits">' in page
    assert client.get(f"/api/parties/{party['id']}").json()["names"]


def test_search_with_counts_and_what_is_like_it(client: TestClient) -> None:
    found = client.get("/api/search", params={"words": "Lotsen"}).json()
    assert found["statements"] and found["facets"]["form"]
    statement = found["statements"][0]["statement"]
    near = client.get(f"/api/similar/{statement}").json()
    assert near and near == sorted(near, key=lambda one: -one["likeness"])
    assert statement not in [one["statement"]["statement"] for one in near]
    assert client.get("/search", params={"like": statement}).status_code == 200
    alone = client.get("/search", params={"words": "Lotsen"}, headers={"hx-request": "true"}).text
    assert "<html" not in alone and 'class="hits"' in alone


def test_search_by_topic_event_and_year(client: TestClient) -> None:
    every = client.get("/api/search", params={"most": 500}).json()
    topic, count = every["facets"]["topic"][0]
    assert len(client.get("/api/search", params={"topic": topic, "most": 500}).json()["statements"]) >= count
    event = _first(client, "events")["id"]
    of_event = client.get("/api/search", params={"event": event, "most": 500}).json()["statements"]
    assert 0 < len(of_event) <= len(every["statements"])
    assert client.get("/api/search", params={"year": "1999"}).json()["statements"] == []


def test_a_text_is_read_and_kept(client: TestClient) -> None:
    token = _form(client, "/read")
    text = "Karl Ohm sagte am Montag, die Brücke sei sicher. „Niemand muss sich sorgen“, sagte er."
    answer = client.post("/read", data={"text": text, "published": "2031-04-16", "form_token": token})
    assert answer.status_code == 303
    place = answer.headers["location"]
    for _ in range(100):
        if "data-statement" in client.get(place).text:
            break
        time.sleep(0.1)
    assert "Karl Ohm" in client.get(place).text
    kept = client.post(f"{place}/keep", data={"form_token": token})
    assert kept.status_code == 303 and "sei sicher" in client.get(kept.headers["location"]).text


def test_a_private_address_is_not_fetched(client: TestClient) -> None:
    token = _form(client, "/read")
    for url in (
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
    ):
        place = client.post("/read", data={"url": url, "form_token": token}).headers["location"]
        for _ in range(100):
            answer = client.get(place)
            if answer.status_code == 422:
                break
            time.sleep(0.05)
        assert answer.status_code == 422 and 'role="alert"' in answer.text, url


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Text oder eine Adresse"),
        ({"text": "x", "published": "gestern"}, "kein Tag"),
        ({"text": "x" * 1_000_001}, "zu lang"),
    ],
)
def test_what_cannot_be_read_is_said(client: TestClient, data: dict[str, str], words: str) -> None:
    answer = client.post("/read", data={**data, "form_token": _form(client, "/read")})
    assert answer.status_code == 422 and words in answer.text


def test_a_speaker_is_corrected_and_that_taken_back(client: TestClient) -> None:
    article = str(_first(client, "articles")["name"])
    before = client.get("/api/search", params={"most": 500}).json()
    reading = client.get(f"/api/articles/{article}").json()
    span = reading["statements"][0]["content"][0]
    token = _form(client, f"/article/{article}")
    shown = reading["article"]["text"][span["start"] : span["end"]]
    place = {"article": article, "first": span["start"], "last": span["end"]}
    data = {**place, "shown": shown, "name": "Rosa Lind", "form_token": token}
    assert client.post("/correct/speaker", data={**data, "shown": "Anderes"}).status_code == 409
    assert client.get("/api/corrections").json() == []
    assert client.post("/correct/speaker", data=data).status_code == 303
    assert "Rosa Lind" in client.get(f"/article/{article}").text
    assert client.get("/api/search", params={"who": "Rosa Lind"}).json()["statements"]
    assert [party["statements"] for party in client.get("/api/parties", params={"name": "Rosa"}).json()] == [1]
    (made,) = client.get("/api/corrections").json()
    assert client.post("/correct/undo", data={"identifier": made["id"], "form_token": token}).status_code == 303
    assert "Rosa Lind" not in client.get(f"/article/{article}").text
    assert client.get("/api/search", params={"most": 500}).json() == before


def test_parties_and_events_are_put_right(client: TestClient) -> None:
    parties = client.get("/api/parties").json()
    token = _form(client, f"/party/{parties[0]['id']}")
    data = {"identifier": parties[0]["id"], "to": parties[1]["name"], "form_token": token}
    assert client.post("/correct/party", data=data).status_code == 303
    after = [party["name"] for party in client.get("/api/parties").json()]
    assert parties[0]["name"] not in after and parties[1]["name"] in after
    event = _first(client, "events")["id"]
    comparison = client.get(f"/api/events/{event}").json()
    local = comparison["event"]["local"]
    mention = next(e for e in comparison["comparison"]["events"] if e["id"] == local)["mentions"][-1]
    text = client.get(f"/api/articles/{mention['article']}").json()["article"]["text"]
    data = {
        "article": mention["article"], "first": mention["start"], "last": mention["end"],
        "shown": text[mention["start"] : mention["end"]], "form_token": token,
    }  # fmt: skip
    parted = client.post("/correct/part", data=data)
    assert parted.status_code == 303 and parted.headers["location"] != f"/event/{event}"
    other = int(parted.headers["location"].rpartition("/")[2])
    joined = client.post("/correct/join", data={"event": event, "other": other, "form_token": token})
    assert joined.headers["location"] in (f"/event/{event}", f"/event/{other}")


def test_the_api_corrects_too(client: TestClient) -> None:
    article = str(_first(client, "articles")["name"])
    span = client.get(f"/api/articles/{article}").json()["statements"][0]["content"][0]
    given = {"article": article, "first": span["start"], "last": span["end"], "name": None}
    assert client.post("/api/corrections/speaker", json={**given, "quote": "Anderes"}).status_code == 409
    made = client.post("/api/corrections/speaker", json=given)
    assert made.status_code == 201
    assert client.delete(f"/api/corrections/{made.json()['id']}").status_code == 200
    assert client.delete("/api/corrections/999").status_code == 404


CHANGES = [*(f"/correct/{what}" for what in ("speaker", "party", "join", "part", "verdict", "undo")), "/read"]
FIELDS = {
    "article": "1-nordkurier", "first": "0", "last": "5", "name": "x", "shown": "x", "identifier": "1", "to": "x",
    "event": "1", "other": "2", "verdict": "refuted", "text": "x",
}  # fmt: skip


@pytest.mark.parametrize("path", CHANGES)
def test_nothing_is_changed_from_elsewhere(client: TestClient, path: str) -> None:
    token = _form(client, "/read")
    for data, headers in (
        ({}, {}),
        ({"form_token": "wrong"}, {}),
        ({"form_token": token}, {"origin": "http://evil.example"}),
        ({"form_token": token}, {"sec-fetch-site": "cross-site"}),
    ):
        assert client.post(path, data={**FIELDS, **data}, headers=headers).status_code == 403
    client.cookies.clear()
    assert client.post(path, data={**FIELDS, "form_token": token}).status_code == 403
    assert client.get("/api/corrections").json() == []


def test_another_name_for_this_machine_gets_nothing(client: TestClient) -> None:
    for host in ("evil.example", "evil.example:8420", "127.0.0.1.evil.example", "10.0.0.1", ""):
        assert client.get("/", headers={"host": host}).status_code == 421, host
    for host in ("localhost:8420", "127.0.0.1", "[::1]:8420"):
        assert client.get("/", headers={"host": host}).status_code == 200, host


def test_headers_let_nothing_run(client: TestClient) -> None:
    headers = client.get("/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
    client.cookies.clear()
    cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie


def test_requests_are_bounded(client: TestClient) -> None:
    assert client.post("/read", content=b"", headers={"content-length": "99999999999"}).status_code == 413
    assert client.get("/search", params={"words": "x" * 5000}).status_code == 414
    assert client.get("/search", params={"words": "x" * 600}).status_code == 422
    assert client.post("/read", content=iter([b"x"] * 3)).status_code in (403, 411)


def test_others_need_the_token(store_path: Path) -> None:
    app = create_app(store_path, token="a-long-secret-token", engine="rules")
    with TestClient(app, base_url="http://desk.example", follow_redirects=False) as client:
        assert client.get("/").headers["location"] == "/sign-in?to=%2F"
        assert client.get("/api/events").status_code == 401
        assert client.get("/api/events", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/api/events", headers={"authorization": "Bearer a-long-secret-token"}).status_code == 200
        basic = client.post("/read", data={"text": "x"}, headers={"authorization": "Basic YTpi"})
        assert basic.status_code in (303, 401, 403)
        assert client.post("/sign-in", data={"token": "wrong"}).status_code == 403
        assert client.get("/").headers["location"] == "/sign-in?to=%2F"
        away = client.post("/sign-in", data={"token": "a-long-secret-token", "to": "//evil.example/"})
        assert away.headers["location"] == "/"
        asked = client.post("/sign-in", data={"token": "a-long-secret-token", "to": "/search?words=x"})
        assert asked.status_code == 303 and asked.headers["location"] == "/search?words=x"
        assert client.get("/").status_code == 200


def test_a_store_that_cannot_be_written_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise StoreError("the disk is full")

    text = client.get("/api/articles/1-nordkurier").json()["article"]["text"]
    form = {**FIELDS, "shown": text[:5], "form_token": _form(client, "/read")}
    monkeypatch.setattr(Store, "transaction", full)
    page = client.post("/correct/speaker", data=form)
    assert page.status_code == 503 and "nicht beschreiben" in page.text
    given = {"article": "1-nordkurier", "first": 0, "last": 5, "name": None}
    said = client.post("/api/corrections/speaker", json=given)
    assert (said.status_code, said.json()) == (503, {"detail": "the disk is full"})


def test_going_back_brings_the_whole_page(client: TestClient) -> None:
    asked = {"hx-request": "true", "hx-history-restore-request": "true"}
    assert "<html" in client.get("/search", params={"words": "Lotsen"}, headers=asked).text


def test_no_token_no_open_door(tmp_path: Path) -> None:
    assert token_of("127.0.0.1", None) is None
    with pytest.raises(TokenError, match="--token-file"):
        token_of("0.0.0.0", None)
    file = tmp_path / "token"
    file.write_text("short\n")
    with pytest.raises(TokenError, match="at least"):
        token_of("0.0.0.0", file)
    file.write_text("long-enough-for-this\n")
    assert token_of("0.0.0.0", file) == "long-enough-for-this"
    assert is_loopback("::1") and not is_loopback("192.168.0.1")


ASKED = ("words", "who", "relay", "side", "outlet", "topic", "form", "modality", "since", "until", "year")
QUERIES = (
    "' OR 1=1 --", '"', '"unclosed', "NEAR(a b)", "a* OR b", "-", "--", "* * *", "\x00", "ß" * 200, "(((", "col:x",
    "; DROP TABLE article",
)  # fmt: skip
HOSTILE = [
    *[(path, {name: EVIL}) for path in ("/search", "/api/search") for name in ASKED],
    *[(path, {"words": words}) for path in ("/search", "/api/search") for words in QUERIES],
    *[("/parties", {"name": name}) for name in (EVIL, "' OR '1'='1", "%", "_", "\x00")],
    *[("/api/parties", {"name": name}) for name in (EVIL, "' OR '1'='1")],
]
PATHS = """
/article/../../etc/passwd /article/%2e%2e%2f%2e%2e%2fetc%2fpasswd /static/../app.py /static/%2e%2e/app.py
/static/page.py /api/articles/..%2f..%2fx /event/99999999999999999999 /event/-1 /event/x /party/1e9 /party/<script>
/read/../../x /read/%00 /api/events/9999 /api/similar/99999 /search?like=abc /search?skip=-1 /?skip=99999999999
/api/search?most=100000 /api/openapi.json/.. /docs
""".split()


@pytest.mark.parametrize(("path", "given"), HOSTILE)
def test_hostile_questions_run_nothing(client: TestClient, path: str, given: dict[str, str]) -> None:
    answer = client.get(path, params=given)
    assert answer.status_code in (200, 422)
    if "html" in answer.headers["content-type"]:
        assert (
            "<script>alert" not in answer.text
            and "<img src=x" not in answer.text
            and "onerror=alert(1)>" not in answer.text
        )
    assert client.get("/api/articles").json()


@pytest.mark.parametrize("path", PATHS)
def test_hostile_paths_lead_nowhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 422) or path.startswith("/?skip")
    assert "root:" not in answer.text and "Traceback" not in answer.text and "def " not in answer.text


def test_hostile_articles_are_text(tmp_path: Path) -> None:
    path = tmp_path / "s.lesart"
    text = f"{EVIL} sagte am Montag {EVIL}. „{EVIL}“, sagte Karl Ohm. Die Wendung „{EVIL[:20]}“ steht für {EVIL}."
    article = Article(
        id="../<b>x",
        title=EVIL,
        outlet=EVIL,
        author=EVIL,
        url="javascript:alert(1)",
        text=text,
        language="de",
        published=EVIL,
    )
    with Store(path, create=True) as store:
        store.add(lesart.read(article, engine="rules"), EVIL)
        refresh(store)
    with TestClient(create_app(path, engine="rules"), base_url="http://localhost") as client:
        name = client.get("/api/articles").json()[0]["name"]
        parties = [f"/party/{party['id']}" for party in client.get("/api/parties").json()]
        events = [f"/event/{event['id']}" for event in client.get("/api/events").json()]
        for page in (
            "/",
            "/articles",
            "/search",
            "/parties",
            "/phrases",
            f"/article/{quote(name, safe='')}",
            *parties,
            *events,
        ):
            shown = client.get(page)
            assert shown.status_code == 200, page
            assert "<script>alert" not in shown.text and "<img src=x" not in shown.text, page
            assert 'href="javascript:' not in shown.text
