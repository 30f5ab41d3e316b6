"""Turns between processes on one database."""

import threading

from corpus.locks import alone, take_turn
from corpus.sql_store import open_engine
from tests.corpus.postgres import Postgres


def test_only_one_is_alone_until_it_leaves(postgres: Postgres) -> None:
    url = postgres.new_database()
    first, second = open_engine(url), open_engine(url)
    with alone(first, "index") as is_alone:
        assert is_alone
        with alone(second, "index") as is_second, alone(second, "another") as is_another:
            assert (is_second, is_another) == (False, True)
    with alone(second, "index") as is_alone:
        assert is_alone


def test_who_dies_leaves_the_place_free(postgres: Postgres) -> None:
    url = postgres.new_database()
    first, second = open_engine(url), open_engine(url)
    with alone(first, "index"):
        with second.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with alone(second, "index") as is_alone:
            assert is_alone


def test_transactions_take_turns(postgres: Postgres) -> None:
    engine = open_engine(postgres.new_database())
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with engine.begin() as connection:
            waiting.set()
            take_turn(connection, "change")
            order.append("second")

    with engine.begin() as connection:
        take_turn(connection, "change")
        thread = threading.Thread(target=second)
        thread.start()
        waiting.wait()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
