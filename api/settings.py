"""Settings, and where each value in force came from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from api.errors import SettingsError

FILE = Path("footnote.toml")
PREFIX = "FOOTNOTE_"
_PASSWORD = re.compile(r"(://[^:/@\s]*:)[^/\s]*@")


class Settings(BaseSettings):
    """Read from ``FOOTNOTE_*`` in the environment, then ``footnote.toml`` in the working directory, then defaults."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file=FILE, extra="forbid", protected_namespaces=())

    data_dir: Path = Field(Path("data"), description="Folder of the article store, the index and the calibration.")
    database_url: str | None = Field(
        None, description="SQLAlchemy address of the article store; a SQLite file in the data folder if unset."
    )
    model: str = Field(
        "all-MiniLM-L6-v2",
        description="Embedding model: the packaged one, a sentence-transformers name or folder, or `hash` (no model).",
    )
    runtime: Literal["auto", "openvino", "torch"] = Field("auto", description="What computes the embeddings.")
    selector: str = Field(
        "auto",
        description="What scores sentences: `trained`, `trained-small` (the first of its two networks alone: about half"
        " the time, fewer right answers),"
        " `lexical`, `auto` (trained; lexical beside a `hash` model), or a cross-encoder's name or folder.",
    )
    engine: Literal["embedded", "milvus"] = Field(
        "embedded",
        description="The search engine: in the process, over files in the data folder (`embedded`), or a Milvus server"
        " (needs the extra `milvus`).",
    )
    milvus_uri: str = Field("http://127.0.0.1:19530", description="Address of the Milvus server.")
    milvus_token: SecretStr | None = Field(
        None, description="`user:password` or key, if the Milvus server asks for it."
    )
    milvus_prefix: str = Field(
        "footnote", description="How the names of the collections begin: several archives can share one Milvus server."
    )
    indexer: Literal["own", "separate"] = Field(
        "own",
        description="What brings the index up to editors' changes: a process that the service starts (`own`), or a"
        " `footnote index --watch` that runs beside one or more services (`separate`).",
    )
    ray_address: str | None = Field(
        None,
        description="Head of the Ray cluster (`host:port`) of `footnote index --ray`; this machine if unset.",
    )
    fetch_private: bool = Field(
        False, description="Whether `footnote ingest` may fetch pages from loopback and private addresses."
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins whose pages may embed the widget, separated by commas; `*` for all."
    )
    rate_limit: int = Field(0, ge=0, description="Requests a minute and client; 0 is off.")
    staff_token: SecretStr | None = Field(
        None, description="Opens the staff pages, and the staff endpoints as a bearer token; they are closed if unset."
    )
    runs_dir: Path = Field(
        Path("runs"), description="Folder that holds a folder a run of `footnote evaluate --out`, for the staff pages."
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1",),
        description="Addresses or networks of proxies whose `X-Forwarded-For` names the client, separated by commas.",
    )
    workers: int = Field(2, ge=1, le=64, description="Questions answered at the same time, in each process.")
    queue: int = Field(64, ge=1, description="Questions that may wait; more are turned away with 503.")
    timeout_s: float = Field(
        10.0, gt=0, description="Seconds after which a question that waits, or a body that trickles in, is turned away."
    )
    max_body_bytes: int = Field(262_144, ge=1024, description="Largest request body.")
    max_requests: int = Field(256, ge=1, description="Requests at the same time; more are turned away with 503.")
    shutdown_s: int = Field(15, ge=1, description="Seconds that running requests have to end when the service stops.")
    question_log: Literal["off", "counts", "full"] = Field(
        "off", description="What is kept of readers' questions: nothing, counts by day, or the masked questions."
    )
    retention_days: int = Field(
        90, ge=0, description="Days after which logged questions and feedback are deleted; 0 keeps them."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severe line logged.")
    tracing: bool = Field(
        False, description="Send OpenTelemetry traces to `OTEL_EXPORTER_OTLP_ENDPOINT`; needs the extra `otel`."
    )

    @field_validator("cors_origins", "trusted_proxies", mode="before")
    @classmethod
    def _separate(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(origin for origin in (part.strip(" \"'[]") for part in value.split(",")) if origin)
        return value

    @field_validator("staff_token", mode="before")
    @classmethod
    def _no_empty_token(cls, value: Any) -> Any:
        """``FOOTNOTE_STAFF_TOKEN=`` sets none: an empty token would let everybody in."""
        return None if isinstance(value, str) and not value.strip() else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def store_url(self) -> str:
        """Address of the article store."""
        return self.database_url or f"sqlite:///{self.data_dir / 'footnote.sqlite3'}"

    @property
    def index_dir(self) -> Path:
        return self.data_dir / "index"


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting as ``footnote config`` shows it; secrets are masked."""

    name: str
    variable: str
    value: str
    origin: Literal["environment", "footnote.toml", "default"]


def load_settings() -> Settings:
    """The settings in force. Raises :class:`SettingsError` naming the variable and what it may be."""
    try:
        return Settings()  # type: ignore[call-arg]
    except ValidationError as error:
        lines = [f"{PREFIX}{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors()]
        raise SettingsError("These settings can't be used:\n  " + "\n  ".join(lines)) from error
    except ValueError as error:
        raise SettingsError(f"{FILE} can't be read: {error}") from error


def environment_of(settings: Settings) -> dict[str, str]:
    """``FOOTNOTE_*`` that give another process the same settings. Holds secrets."""
    found: dict[str, str] = {}
    for name in Settings.model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            value = value.get_secret_value()
        if value is not None:
            found[PREFIX + name.upper()] = ",".join(value) if isinstance(value, tuple) else str(value)
    return found


def as_markdown() -> str:
    """A table of every setting, its default and what it means, in the order of the class."""
    rows = ["| setting | default | meaning |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = ",".join(default) if isinstance(default, tuple) else "" if default is None else str(default)
        cell = f"`{shown}`" if shown else ""
        rows.append(f"| `{PREFIX}{name.upper()}` | {cell} | {field.description} |")
    return "\n".join(rows) + "\n"


def in_force(settings: Settings) -> Iterator[InForce]:
    """Every setting with its value and origin, in the order of the class."""
    from pydantic_settings import EnvSettingsSource

    environment = {name.lower() for name in EnvSettingsSource(Settings)()}
    file = {name.lower() for name in TomlConfigSettingsSource(Settings)()}
    for name in Settings.model_fields:
        value = getattr(settings, name)
        shown = ",".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
        shown = _PASSWORD.sub(r"\1***@", shown)
        origin: Literal["environment", "footnote.toml", "default"] = (
            "environment" if name in environment else "footnote.toml" if name in file else "default"
        )
        yield InForce(name, PREFIX + name.upper(), shown, origin)
