"""Pictures of the desk's pages for the docs: light, dark, and as wide as a phone.

    python tools/screenshots.py [FOLDER]

Fills a store with the examples and the annotated dossiers of `bench/data`, serves it, and takes every page with
Chromium into FOLDER (docs/images/desk). To be looked at before they are committed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import lesart
from lesart.desk import Store
from lesart.desk.dossiers import refresh
from lesart.desk.web import create_app

ROOT = Path(__file__).parents[1]
FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "desk"
PAGES = {
    "start": "/",
    "event": "/event/{event}",
    "article": "/article/1-nordkurier",
    "party": "/party/{party}",
    "search": "/search?words=Schleusen",
    "phrases": "/phrases",
    "read": "/read",
}
LOOKS = {"light": ("light", 1200, 860), "dark": ("dark", 1200, 860), "phone": ("light", 360, 740)}


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.lesart"
        with Store(path, create=True) as store:
            for report in (
                *sorted((ROOT / "examples" / "kanalgespraech").iterdir()),
                *sorted((ROOT / "bench" / "data" / "dossiers" / "looked_at").glob("*/*.md")),
            ):
                store.add(lesart.read(report), str(report))
            refresh(store)
            (event,) = store.connection.execute(
                "SELECT event.id FROM event JOIN dossier_article USING (dossier) JOIN article ON article.id = article "
                "JOIN divergence ON divergence.event = event.id WHERE name = '1-nordkurier' GROUP BY event.id "
                "ORDER BY count(*) DESC LIMIT 1"
            ).fetchone()
            (party,) = store.connection.execute("SELECT id FROM known WHERE name = 'Jost Brandner'").fetchone()
        server = uvicorn.Server(uvicorn.Config(create_app(path), port=0, log_level="warning"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for look, (scheme, width, height) in LOOKS.items():
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    locale="de-DE",
                )
                for name, where in PAGES.items():
                    page.goto(address + where.format(event=event, party=party))
                    page.screenshot(path=FOLDER / f"{name}-{look}.jpeg", type="jpeg", quality=72)
        server.should_exit = True


if __name__ == "__main__":
    main()
