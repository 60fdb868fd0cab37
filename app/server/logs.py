"""The server's log: one JSON object a line on standard error, with numbers and codes, never a name or a body."""

import json
import logging
import sys
import time
from collections.abc import Mapping


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object; its fields are given as the record's ``fields`` attribute."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        fields: Mapping[str, object] = getattr(record, "fields", {})
        line |= fields
        if record.exc_info and record.exc_info[0] is not None:
            line["fault"] = record.exc_info[0].__name__
            line["where"] = _where(record)
        return json.dumps(line, ensure_ascii=False)


def _where(record: logging.LogRecord) -> list[str]:
    """The places of a traceback, without its message: a message may quote a row."""
    trace = record.exc_info[2] if record.exc_info else None
    places = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename.rpartition('app/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-8:]


def set_up(level: int = logging.INFO) -> None:
    """Send the server's log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("app.server", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level if name == "app.server" else logging.WARNING)
