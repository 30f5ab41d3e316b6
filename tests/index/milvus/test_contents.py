from index.building import prepare
from index.milvus.contents import BUCKETS, Contents, Entry, bucket_of, from_bytes, to_bytes
from tests.index.conftest import ARTICLES

ENTRIES = {article.id: Entry.of(prepare(article), 3) for article in ARTICLES}


def test_a_bucket_reads_as_it_was_written() -> None:
    assert from_bytes(to_bytes(ENTRIES)) == ENTRIES
    assert to_bytes(dict(reversed(ENTRIES.items()))) == to_bytes(ENTRIES)


def test_buckets_hold_every_entry_once() -> None:
    buckets = Contents(ENTRIES).buckets()
    assert {i: entry for bucket in buckets.values() for i, entry in bucket.items()} == ENTRIES
    assert all(bucket_of(article_id) == n for n, bucket in buckets.items() for article_id in bucket)
    assert set(buckets) <= set(range(BUCKETS))


def test_contents_count_and_complete() -> None:
    contents = Contents(ENTRIES)
    assert contents.passages == 5
    assert contents.completions()[0] == ARTICLES[1].title
    assert ARTICLES[0].dive_deeper[0] in contents.completions()
    assert contents.hashes()["dam"] == ENTRIES["dam"].hash
