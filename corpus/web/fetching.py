"""One page at a time: robots.txt, size limit, redirects, conditional requests, a pause between requests to a host."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from corpus.decoding import decoded_html
from corpus.web.errors import FetchError
from corpus.web.memory import Memory
from corpus.web.options import WebOptions
from corpus.web.transport import GuardedTransport

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
# A host that asks for a longer pause between requests (Crawl-delay) gets this one.
_MAX_DELAY_S = 30.0
_CHARSET = re.compile(
    r"(?:text/html|text/plain|application/xhtml\+xml)\s*;.{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page and where it was found after redirects; a page whose charset the host names is UTF-8 here.

    ``from_memory``: the host says it has not changed.
    """

    url: str
    content: bytes
    from_memory: bool = False


class Fetcher:
    """Fetches with one connection a host. A context manager."""

    def __init__(self, options: WebOptions, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._options = options
        self._sleep = sleep
        self._memory = Memory(options.memory)
        self._robots: dict[str, RobotFileParser] = {}
        self._asked_at: dict[str, float] = {}
        self._client = httpx.Client(
            transport=GuardedTransport(options.allow_private_addresses),
            follow_redirects=False,
            trust_env=False,
            timeout=options.timeout_s,
            headers={"User-Agent": options.user_agent, "Accept": "text/html, application/xml;q=0.9, */*;q=0.8"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()
        self._memory.close()

    def fetch(self, url: str, *, may_be_kept: bool = False) -> Fetched:
        """The page at ``url``; ``may_be_kept`` takes a page that was fetched just before as it was.

        Raises :class:`FetchError`.
        """
        if may_be_kept and (kept := self._memory.kept(url, max_age_s=self._options.fresh_s)):
            return Fetched(*kept, from_memory=True)
        at = url
        for _ in range(self._options.max_redirects + 1):
            self._check(at)
            if not self._robots_of(at).can_fetch(self._options.user_agent, at):
                raise FetchError("robots.txt of the host forbids this page", "Ask the publisher for the page.")
            status, headers, content = self._get(at, self._memory.validators(url))
            if status == 304 and (kept := self._memory.kept(url)):
                self._memory.touch(url)
                return Fetched(*kept, from_memory=True)
            if status in _REDIRECTS and "location" in headers:
                at = urljoin(at, headers["location"])
                continue
            if status != 200:
                raise FetchError(f"the host answers with status {status}", "Check the address in a browser.")
            content = _as_utf8(content, headers.get("content-type", ""))
            self._memory.keep(url, at, content, headers)
            return Fetched(at, content)
        raise FetchError(
            f"more than {self._options.max_redirects} redirects, the last to {at}", "Check the address in a browser."
        )

    def _check(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0
        except ValueError:
            usable = False
        if not usable:
            raise FetchError(f"{url!r} is not an http or https address", "Check the address.")

    def _get(self, url: str, headers: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        self._wait(url)
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return response.status_code, response.headers, self._body(response)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise FetchError(f"the host can't be reached ({reason})", "Try again later.") from error
        finally:
            self._asked_at[urlsplit(url).netloc] = time.monotonic()

    def _body(self, response: httpx.Response) -> bytes:
        deadline = time.monotonic() + self._options.timeout_s * 3
        parts: list[bytes] = []
        n_bytes = 0
        for part in response.iter_bytes():
            parts.append(part)
            n_bytes += len(part)
            if n_bytes > self._options.max_bytes:
                raise FetchError(f"the page has more than {self._options.max_bytes:,} bytes", "It is no article.")
            if time.monotonic() > deadline:
                raise FetchError("the host sends too slowly", "Try again later.")
        return b"".join(parts)

    def _wait(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.netloc not in self._asked_at:
            return
        rules = self._robots.get(_root(parts))
        asked_for = float((rules and rules.crawl_delay(self._options.user_agent)) or 0)
        delay_s = max(self._options.delay_s, min(asked_for, _MAX_DELAY_S))
        pause = self._asked_at[parts.netloc] + delay_s - time.monotonic()
        if pause > 0:
            self._sleep(pause)

    def _robots_of(self, url: str) -> RobotFileParser:
        """The host's rules (RFC 9309): none if it has no robots.txt, all forbidden if it fails to say."""
        root = _root(urlsplit(url))
        if root not in self._robots:
            rules = RobotFileParser()
            status, _, content = self._get_following(f"{root}/robots.txt")
            if status >= 500:
                rules.disallow_all = True  # type: ignore[attr-defined]
            elif status != 200:
                rules.allow_all = True  # type: ignore[attr-defined]
            else:
                rules.parse(content.decode("utf-8", "replace").splitlines())
            rules.modified()
            self._robots[root] = rules
        return self._robots[root]

    def _get_following(self, url: str) -> tuple[int, httpx.Headers, bytes]:
        for _ in range(self._options.max_redirects):
            self._check(url)
            status, headers, content = self._get(url, {})
            if status not in _REDIRECTS or "location" not in headers:
                break
            url = urljoin(url, headers["location"])
        return status, headers, content


def _root(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}"


def _as_utf8(content: bytes, content_type: str) -> bytes:
    """A text of which the host names the charset, as UTF-8: what is kept and read later has no headers."""
    found = _CHARSET.match(content_type)
    return decoded_html(content, charset=found[1]).encode("utf-8", "replace") if found else content
