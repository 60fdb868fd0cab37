"""Canonical bytes, hashes of rows and the chain."""

import hashlib

from app.domain.canonical import CHAIN_START, bucket_hash, canonical, chain, digest, row_hash, row_number

BUCKETS = {"sale": {"2026-10": (2, 5, "a" * 16)}, "advance": {"": (1, 0, "b" * 16)}}


def test_one_spelling():
    assert canonical({"b": 'é"\n', "a": [1, None]}) == '{"a":[1,null],"b":"é\\"\\n"}'.encode()


def test_row_hash_is_the_first_eight_bytes_of_sha256():
    assert row_hash({"a": 1}) == row_number(b'{"a":1}') == int.from_bytes(hashlib.sha256(b'{"a":1}').digest()[:8])


def test_bucket_hash_is_a_sum_that_wraps():
    assert bucket_hash([]) == "0" * 16
    assert bucket_hash([2**64 - 1, 2]) == f"{1:016x}"


def test_chain_goes_on_where_it_stopped():
    assert chain(CHAIN_START, []) == CHAIN_START
    assert chain(chain(CHAIN_START, [b"a"]), [b"b"]) == chain(CHAIN_START, [b"a", b"b"])
    assert chain(CHAIN_START, [b"a", b"b"]) != chain(CHAIN_START, [b"b", b"a"])


def test_digest_is_of_all_buckets_in_any_order():
    assert digest(BUCKETS) == digest(dict(reversed(BUCKETS.items())))
    assert digest(BUCKETS) != digest(BUCKETS | {"sale": {"2026-10": (2, 6, "a" * 16)}})
    assert len(digest({})) == 16
