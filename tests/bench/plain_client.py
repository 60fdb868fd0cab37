"""The plainest client: reads the records from the same encrypted database and POSTs them as JSON arrays.

`python -m tests.bench.plain_client DATABASE KEY_HEX PORT`; each line on its input, `SIZE [set]`, sends everything
once in batches of SIZE and answers with a line of JSON: records, requests, bytes up and down.
"""

import http.client
import json
import sys
from pathlib import Path

from app.models.database import raw_connection
from tests.bench.plain_server import TABLES


def send(database: Path, key: bytes, port: int, size: int, way: str) -> dict[str, int]:
    """One pass over all records."""
    raw = raw_connection(database, key)
    server = http.client.HTTPConnection("127.0.0.1", port)
    told = {"sent": 0, "requests": 0, "bytes_up": 0, "bytes_down": 0}
    for table, columns in TABLES.items():
        rows = raw.execute(f"SELECT {', '.join(columns)} FROM {table}")
        while batch := rows.fetchmany(size):
            records = [dict(zip(columns, row, strict=True)) for row in batch]
            body = json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()
            server.request("POST", f"/{table}{way}", body)
            answer = server.getresponse().read()
            told["sent"] += len(batch)
            told["requests"] += 1
            told["bytes_up"] += len(body)
            told["bytes_down"] += len(answer)
    server.close()
    raw.close()
    return told


if __name__ == "__main__":
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        told = send(
            Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), int(words[0]), "?set" if words[1:] else ""
        )
        print(json.dumps(told), flush=True)
