"""A newsroom's web server on loopback, with what can go wrong on the way to a page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en"><head><title>Is the {name} bridge safe? - Town Facts</title>
<meta property="og:site_name" content="Town Facts"></head><body><article><h1>Is the {name} bridge safe?</h1>
<p>Checked on March 3, 2024</p>
<p>Inspectors found the {name} bridge safe for bicycles and for people on foot in the spring of 2024
<a href="https://city.example/{name}">[1]</a>. They will look at the northern pier of the bridge again next year.</p>
<p>The council paid for the survey from its budget for roads, and published the whole report on its own pages.</p>
</article></body></html>"""
CYRILLIC = """<!doctype html><html lang="ru"><head><title>Закрыт ли мост?</title></head>
<body><article><h1>Закрыт ли мост?</h1>
<p>Город закрыл мост для машин весной, а пешеходы могут ходить по нему, как и раньше, каждый день недели до вечера.</p>
<p>Об этом сообщил городской совет в письме, которое он опубликовал на своей странице вместе с полным отчётом.</p>
</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Town Facts</title>
<item><link>/checks/elm-bridge</link></item><item><link>{root}/checks/oak-bridge</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{root}/checks/elm-bridge</loc></url><url><loc>{root}/missing</loc></url>
<url><loc>{root}/checks/oak-bridge</loc></url></urlset>"""
INDEX = """<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{root}/dead.xml</loc></sitemap><sitemap><loc>{root}/sitemap.xml</loc></sitemap></sitemapindex>"""


class Newsroom:
    """What the server is asked: (path, whether the request was conditional), in order."""

    def __init__(self) -> None:
        self.root = ""
        self.requests: list[tuple[str, bool]] = []
        self.robots = "User-agent: *\nDisallow: /drafts/\n"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def answer(self, path: str) -> tuple[int, dict[str, str], str | bytes]:
        if path.startswith("/checks/"):
            return 200, {"ETag": '"1"'}, PAGE.format(name=path.removeprefix("/checks/").removesuffix("-bridge"))
        return {
            "/robots.txt": (200, {}, self.robots),
            "/feed": (200, {}, FEED.format(root=self.root)),
            "/sitemap.xml": (200, {}, SITEMAP.format(root=self.root)),
            "/sitemaps.xml": (200, {}, INDEX.format(root=self.root)),
            "/cyrillic": (200, {"Content-Type": "text/html; charset=windows-1251"}, CYRILLIC.encode("cp1251")),
            "/old": (301, {"Location": "/checks/elm-bridge"}, ""),
            "/loop": (302, {"Location": "/loop"}, ""),
            "/inside": (302, {"Location": "http://10.0.0.1/secret"}, ""),
            "/huge": (200, {}, "x" * 300_000),
        }.get(path, (404, {}, "not here"))


@contextmanager
def serving() -> Iterator[Newsroom]:
    newsroom = Newsroom()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            conditional = "If-None-Match" in self.headers
            newsroom.requests.append((self.path, conditional))
            status, headers, body = newsroom.answer(self.path)
            if conditional and status == 200:
                status, body = 304, ""
            self.send_response(status)
            content = body if isinstance(body, bytes) else body.encode()
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    newsroom.root = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield newsroom
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
