"""An empty page of the service's origin, under the strictest policy, on which a test sets up components and replies."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, Request, Route

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]
)

Reply = dict[str, Any] | Callable[[Any], dict[str, Any]] | None


class Stage:
    """Shows components and answers their requests; :attr:`sent` keeps what they sent, by path."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.sent: dict[str, list[Any]] = {}

    def show(self, body: str, *, lang: str = "en", direction: str = "ltr", policy: str = POLICY) -> None:
        html = (
            f'<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>Stage</title>'
            f'<script type="module" src="/footnote.js"></script></head><body>{body}</body></html>'
        )
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
        self.page.route(f"{self.site}/stage", lambda route: route.fulfill(body=html, headers=headers))
        self.page.goto(f"{self.site}/stage")

    def reply(self, path: str, reply: Reply, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
        """Answer requests to ``path`` with ``reply``, or what it makes of the request; ``None`` never answers."""
        sent = self.sent.setdefault(path, [])

        def fulfill(route: Route) -> None:
            asked = _asked(route.request)
            sent.append(asked)
            if reply is None:
                return
            body = reply(asked) if callable(reply) else reply
            route.fulfill(status=status, json=body, headers={"Content-Type": "application/json", **(headers or {})})

        self.page.unroute(f"{self.site}/{path}**")
        self.page.route(f"{self.site}/{path}**", fulfill)

    @property
    def chat(self) -> Locator:
        return self.page.locator("footnote-chat")

    @property
    def search(self) -> Locator:
        return self.page.locator("footnote-search")

    def ask(self, question: str) -> None:
        box = self.chat.get_by_role("textbox", name="Your question")
        box.fill(question)
        box.press("Enter")


def _asked(request: Request) -> Any:
    if request.method == "POST":
        return json.loads(request.post_data or "null")
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}
