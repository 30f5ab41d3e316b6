"""Files, folders, globs, archives and standard input become articles; the format is found in the content."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.article import Article
from corpus.decoding import decoded_html
from corpus.errors import UnreadablePage
from corpus.files import READ_ERRORS, InputFile, input_files, members_of
from corpus.readers.html_page import read_html_page
from corpus.readers.json_lines import read_json_array, read_json_lines
from corpus.readers.site_page import read_site_page
from corpus.sniffing import SNIFFED_BYTES, Format, format_of

#: A page with more bytes than this is no article.
MAX_PAGE_BYTES = 20_000_000
#: A JSON array is held in memory as a whole; JSON lines have no such limit.
MAX_ARRAY_BYTES = 200_000_000


def read(paths: Sequence[str]) -> Iterator[Article | UnreadablePage]:
    """Every article of ``paths``; what can't become an article is yielded as the error that says why.

    Raises :class:`UnreadablePage` where a whole file can't be trusted: missing, binary, empty, broken JSON.
    """
    with input_files(paths) as files:
        for file in files:
            yield from read_file(file)


def read_file(file: InputFile) -> Iterator[Article | UnreadablePage]:
    """The articles of one file. Raises as :func:`read`."""
    kind = format_of(_start(file, SNIFFED_BYTES))
    if kind is Format.ZIP and not file.member:
        for member in members_of(file):
            yield from read_file(member)
    elif kind is Format.JSON_LINES:
        yield from read_json_lines(_lines(file), file.origin)
    elif kind is Format.JSON_ARRAY:
        yield from read_json_array(_text(file, MAX_ARRAY_BYTES), file.origin)
    elif kind is Format.HTML:
        yield from read_html_page(decoded_html(_whole(file, MAX_PAGE_BYTES)), file.origin)
    elif kind is Format.PAGE:
        yield from read_site_page(_text(file, MAX_PAGE_BYTES), file.origin)
    elif kind is Format.EMPTY:
        raise UnreadablePage(file.origin, "the file is empty", remedy="Remove it or fill it.")
    else:
        raise UnreadablePage(
            file.origin, "this is a binary file or not UTF-8",
            remedy="Footnote reads UTF-8 text, Markdown and JSON lines, HTML, and these in .gz and .zip.",
        )  # fmt: skip


def read_bytes(content: bytes, origin: str, *, url: str = "") -> Iterator[Article | UnreadablePage]:
    """The article of a page that was fetched from ``url``. Raises as :func:`read`."""
    kind = format_of(content[:SNIFFED_BYTES])
    if kind is Format.HTML:
        yield from read_html_page(decoded_html(content), origin, url=url)
    elif kind is Format.PAGE:
        yield from read_site_page(content.decode("utf-8-sig", "replace"), origin, url=url)
    else:
        raise UnreadablePage(origin, f"expected a page, found {kind}", remedy="Give the address of a fact-check page.")


def _start(file: InputFile, n_bytes: int) -> bytes:
    try:
        with file.open() as stream:
            return stream.read(n_bytes)
    except READ_ERRORS as error:
        raise UnreadablePage(file.origin, f"the file can't be read ({error})", remedy="Check the file.") from error


def _whole(file: InputFile, max_bytes: int) -> bytes:
    content = _start(file, max_bytes + 1)
    if len(content) > max_bytes:
        raise _too_long(file, max_bytes)
    return content


def _text(file: InputFile, max_bytes: int) -> str:
    content = _whole(file, max_bytes)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, content.count(b"\n", 0, error.start) + 1) from error


def _lines(file: InputFile) -> Iterable[str]:
    """Lines of the file with their ends, read as they are asked for."""
    n = 0
    try:
        with file.open() as stream:
            while line := stream.readline(MAX_PAGE_BYTES + 1):
                n += 1
                if len(line) > MAX_PAGE_BYTES:
                    raise _too_long(file, MAX_PAGE_BYTES, place=f"line {n}")
                yield line.decode("utf-8-sig" if n == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, n) from error
    except READ_ERRORS as error:
        raise UnreadablePage(
            file.origin, f"the file ends in the middle ({error})", place=f"after line {n}", remedy="Fetch it again."
        ) from error


def _not_utf8(file: InputFile, line: int) -> UnreadablePage:
    return UnreadablePage(file.origin, "not UTF-8", place=f"line {line}", remedy="Save the file as UTF-8.")


def _too_long(file: InputFile, max_bytes: int, *, place: str = "") -> UnreadablePage:
    if max_bytes == MAX_ARRAY_BYTES:
        return UnreadablePage(
            file.origin, f"a JSON array of more than {max_bytes:,} bytes can't be read at once",
            remedy="Make JSON lines of it: jq -c '.[]'.",
        )  # fmt: skip
    return UnreadablePage(
        file.origin, f"a page of more than {max_bytes:,} bytes is no article", place=place, remedy="Split the file."
    )
