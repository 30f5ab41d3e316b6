"""A Milvus server as this package uses it: a deadline on every call, and errors that say what to do."""

import logging
import os
import re
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from index.errors import IndexingError, NoIndex, SearchUnavailable

# A search takes milliseconds; a reader who waited this long is better told to try again.
READ_TIMEOUT_S = 5.0
# A thousand rows are written in well under a second, but a cluster may be busy merging.
WRITE_TIMEOUT_S = 60.0
# What fails sooner than this is worth another try.
_SOON_S = 0.5
_NO_COLLECTION = 100
_NOT_LOADED = 101
# The client's default asks an idle connection every ten seconds whether it lives; the local server hangs up on that.
_CONNECTION = {"grpc.keepalive_permit_without_calls": False}
_SECRETS = re.compile(r"://[^/@\s]*@")
# Rankings of one query that are asked for at the same time, by so many queries.
_THREADS = 16

# gRPC tells standard error of every broken connection; what matters of it is raised.
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

Row = dict[str, Any]
_T = TypeVar("_T")


class Server:
    """One connection, made when it is first needed and again after it broke. Thread-safe.

    ``uri`` is ``http://host:port`` or ``https://``; ``token`` is ``user:password`` or an API key, if the server asks.
    """

    def __init__(self, uri: str, token: str = "") -> None:
        if not re.match(r"https?://[^\s/]+", uri):
            raise IndexingError(f"The Milvus address must look like http://host:19530, not {_shown(uri)!r}.")
        self._uri, self._token = uri, token
        self._client: Any = None
        self._connecting = threading.Lock()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="milvus")

    def read(self, method: str, *args: Any, timeout_s: float = READ_TIMEOUT_S, **options: Any) -> Any:
        """The client's ``method``. Raises :class:`SearchUnavailable`, or :class:`NoIndex` if there is no collection."""
        began = time.monotonic()
        try:
            return self._call(method, timeout_s, *args, **options)
        except SearchUnavailable:
            if time.monotonic() - began > _SOON_S:
                raise
            # A connection that broke while nobody asked shows only now; the next one may be good.
            return self._call(method, timeout_s, *args, **options)

    def write(self, method: str, *args: Any, **options: Any) -> Any:
        """As :meth:`read`, with more patience."""
        return self._call(method, WRITE_TIMEOUT_S, *args, **options)

    def together(self, calls: Sequence[Any]) -> list[Any]:
        """Results of functions without arguments, called at the same time."""
        if len(calls) == 1:
            return [calls[0]()]
        return list(self._threads.map(lambda call: call(), calls))

    def schema(self) -> Any:
        """An empty schema: see ``MilvusClient.create_schema``."""
        return self._connected().create_schema(auto_id=False, enable_dynamic_field=False)

    def index_params(self) -> Any:
        return self._connected().prepare_index_params()

    def close(self) -> None:
        self._threads.shutdown(wait=False)
        if self._client is not None:
            self._client.close()

    def _call(self, method: str, timeout_s: float, *args: Any, **options: Any) -> Any:
        from grpc import FutureTimeoutError, RpcError
        from pymilvus.exceptions import MilvusException

        try:
            try:
                return getattr(self._connected(), method)(*args, timeout=timeout_s, **options)
            except MilvusException as error:
                if error.code != _NOT_LOADED:
                    raise
                # A server that was started again may have to be told what to hold in memory.
                self._connected().load_collection(args[0], timeout=timeout_s)
                return getattr(self._connected(), method)(*args, timeout=timeout_s, **options)
        except MilvusException as error:
            if error.code == _NO_COLLECTION:
                raise NoIndex(f"{self} holds no such index: {error.message}. Run 'footnote index'.") from error
            raise self._unavailable(error.message) from error
        except RpcError as error:
            raise self._unavailable(f"{error.code().name}: {error.details()}") from error
        except (FutureTimeoutError, ConnectionError, ValueError) as error:
            # A channel that another thread is just making anew is a ValueError of gRPC.
            raise self._unavailable(repr(error)) from error

    def _connected(self) -> Any:
        with self._connecting:
            if self._client is None:
                self._client = self._connect()
            return self._client

    def _connect(self) -> Any:
        try:
            from pymilvus import MilvusClient
            from pymilvus.exceptions import MilvusException
        except ModuleNotFoundError as error:
            raise IndexingError(
                "FOOTNOTE_ENGINE=milvus needs another package: pip install 'footnote-qa[milvus]'."
            ) from error
        # It prints every failed call with all its frames; what failed is raised and logged by us.
        logging.getLogger("pymilvus").setLevel(logging.CRITICAL + 1)
        try:
            return MilvusClient(self._uri, token=self._token, timeout=READ_TIMEOUT_S, grpc_options=_CONNECTION)
        except MilvusException as error:
            raise self._unavailable(error.message) from error

    def _unavailable(self, reason: str) -> SearchUnavailable:
        first = reason.strip().split("\n")[0][:300]
        return SearchUnavailable(f"{self} can't be asked: {_shown(first)}. It is tried again with the next question.")

    def __str__(self) -> str:
        return f"The Milvus server at {_shown(self._uri)}"


def _shown(text: str) -> str:
    return _SECRETS.sub("://***@", text)
