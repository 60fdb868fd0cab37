"""The plainest server that stores posted records: `python -m tests.bench.plain_server POSTGRES_URL`, prints its port.

`POST /TABLE` with a JSON array of objects inserts them as they come and commits; `POST /TABLE?set` does it in one
statement of PostgreSQL's own JSON functions, the fastest way FACTS knows. No checks, signature, journal or merge.
"""

import http.server
import json
import socket
import sys

import psycopg

COLUMNS = {
    "piece_entry": "workshop_id id date worker_id process_id grade time_kind good_milli rework_milli "
    "worker_scrap_milli material_scrap_milli source",
    "attendance": "workshop_id worker_id date mark normal_minutes extra_minutes source",
}
TEXTS = {"date", "grade", "time_kind", "mark", "source"}
TABLES = {
    table: {name: "text" if name in TEXTS else "bigint" for name in names.split()} for table, names in COLUMNS.items()
}
KEYS = {"piece_entry": "workshop_id, id", "attendance": "workshop_id, worker_id, date"}


def make_tables(connection: psycopg.Connection) -> None:
    """The tables anew, with the same keys as ours and nothing else."""
    for table, columns in TABLES.items():
        connection.execute(f"DROP TABLE IF EXISTS {table}")
        typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        connection.execute(f"CREATE TABLE {table} ({typed}, PRIMARY KEY ({KEYS[table]}))")
    connection.commit()


def insert_each(connection: psycopg.Connection, table: str, body: bytes) -> None:
    """What anybody writes first: executemany of one INSERT."""
    columns = list(TABLES[table])
    places = ", ".join(f"%({name})s" for name in columns)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", json.loads(body))


def insert_set(connection: psycopg.Connection, table: str, body: bytes) -> None:
    """One statement a batch, decoded by PostgreSQL."""
    typed = ", ".join(f"{name} {kind}" for name, kind in TABLES[table].items())
    connection.execute(f"INSERT INTO {table} SELECT * FROM json_to_recordset(%s::json) AS r ({typed})", [body.decode()])


class Handler(http.server.BaseHTTPRequestHandler):
    """One batch a request over a kept connection."""

    protocol_version = "HTTP/1.1"
    connection_to_postgres: psycopg.Connection

    def setup(self) -> None:
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().setup()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        table, _, way = self.path.lstrip("/").partition("?")
        (insert_set if way else insert_each)(self.connection_to_postgres, table, body)
        self.connection_to_postgres.commit()
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")


if __name__ == "__main__":
    with psycopg.connect(sys.argv[1]) as opened:
        make_tables(opened)
        Handler.connection_to_postgres = opened
        with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
            print(server.server_port, flush=True)
            server.serve_forever()
