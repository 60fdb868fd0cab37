"""The main job, worked by the built program as a person's PC would run it: far from the tree, with nothing of Python.

A real server is started from the tree's own environment. Each step shows a part that freezing can lose: SQLCipher and
the tables (init), rule packs (compute), fonts (print), the wire (sync), translations and icons (the pictures), and
Alembic with its migrations (a database that has to be upgraded).
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import dev
from app.models.database import make_engine
from app.models.folder import DataFolder
from app.models.journal import drop_triggers
from app.models.keys import read_ring
from app.models.upgrade import DESKTOP, downgrade
from tests.bench.first_paint import first_paint

BOOK = dev.ROOT / "tests" / "samples" / "longtan-2026-10.xlsx"
EXPECTED = BOOK.with_suffix(".expected.json")
MONTH, NAME, REGION, PASSWORD = "2026-10", "龙潭彝绣工坊", "513499", "gongfang-trial"
_START_RUNS = 3


class Built:
    """The built program, copied to a folder with a space and Chinese letters in its name, on a data folder."""

    def __init__(self, program: Path, home: Path) -> None:
        self.home = home
        self.folder = home / "工坊 账本"
        self._program = shutil.copytree(program, self.folder, symlinks=True) / program.name
        if sys.platform == "win32":
            self._program = self._program.with_name("gongfang-cmd.exe")
        kept = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "DISPLAY", "XAUTHORITY")
        self.env = {name: os.environ[name] for name in kept if name in os.environ} | {
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "GONGFANG_PASSWORD": PASSWORD,
            "GONGFANG_CONFIG": str(home / "config"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def command(self, *words: object, data: str = "data") -> list[str]:
        """A command line of the built program."""
        return [str(self._program), "--data", str(self.home / data), *map(str, words)]

    def do(self, *words: object) -> Any:  # noqa: ANN401  JSON of any command
        """Run a headless command; its JSON."""
        return dev.answer(self.command(*words, "--json"), self.env)


def main_job(program: Path, home: Path) -> None:
    """Work the main job; raises dev.Stop with what differs."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    built, port = Built(program, home), dev.free_port()
    shutil.copy(BOOK, home / "book.xlsx")
    with dev.server(port, home):
        code = dev.answer(dev.county("code", "--name", NAME, "--region", REGION, "--json", home=home))
        built.do("init", "--name", NAME, "--region", REGION)
        built.do("import", home / "book.xlsx", "--month", MONTH)
        built.do("enroll", "--slip", code["slip"])
        _require_expected(built.do("payroll", "compute", MONTH))
        built.do("payroll", "lock", MONTH)
        built.do("payroll", "print", MONTH, "--ledger", home / "ledger.pdf")
        sent = built.do("sync")
        again = built.do("sync")
        _equal("sent a second time", again["sent"], 0)
        _same_stats(built, home)
        dev.say(f"the main job is done: {sent['sent']} changes sent in {sent['bytes_up']:,} bytes, stats equal")
    _look_at_ledger(home / "ledger.pdf")
    _upgrades(built)
    _pictures(built)
    starts = [first_paint(built.command(), built.env).wall for _ in range(_START_RUNS)]
    dev.say("start to first paint: " + ", ".join(f"{seconds:.2f} s" for seconds in starts))


def _equal(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise dev.Stop(f"The built program differs: {what} is {found}, not {wanted}.")


def _require_expected(draft: Any) -> None:  # noqa: ANN401  JSON of the command
    """Every worker's amounts and the totals equal the sample's independent computation, to the fen."""
    wanted = json.loads(EXPECTED.read_text(encoding="utf-8"))
    _equal("totals", {key: draft["totals"].get(key) for key in wanted["totals"]}, wanted["totals"])
    found = {worker["no"]: worker for worker in draft["workers"]}
    for worker in wanted["workers"]:
        fen = {key: value for key, value in worker.items() if key.endswith("_fen")}
        _equal(f"worker {worker['no']}", {key: found[worker["no"]][key] for key in fen}, fen)


def _same_stats(built: Built, home: Path) -> None:
    mine = built.do("stats")["workshops"]
    theirs = dev.answer(dev.county("stats", "--json", home=home))["workshops"]
    tables = [{number: shop["tables"] for number, shop in side.items()} for side in (mine, theirs)]
    if not tables[0]:
        raise dev.Stop("The built program's stats are empty.")
    _equal("stats", tables[0], tables[1])


def _look_at_ledger(pdf: Path) -> None:
    """The printed ledger carries its text: the bundled fonts were found."""
    if shutil.which("pdftotext") is None:
        _equal("ledger", pdf.read_bytes()[:5], b"%PDF-")
        return
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    for word in (NAME, "苏花珍"):
        if word not in text:
            raise dev.Stop(f"The printed ledger does not hold {word}: {pdf}")
    fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, encoding="utf-8", check=True).stdout
    if "NotoSans" not in fonts:
        raise dev.Stop(f"The printed ledger is not set in the bundled fonts: {fonts}")


def _upgrades(built: Built) -> None:
    """The built program upgrades by Alembic from the migration files inside it.

    There is no older schema yet to upgrade from, so one is made that the desktop's first revision must stumble over:
    the report of that fault names the revision's own line. With a second one, a database of the first takes its place.
    """
    place = DataFolder(shutil.copytree(built.home / "data", built.home / "older"))
    _, key = read_ring(place, mend=False).unlock(None, PASSWORD)
    engine = make_engine(place.database, key, foreign_keys=False)
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        drop_triggers(connection)
        downgrade(connection, DESKTOP, "client@base")
        connection.exec_driver_sql("CREATE TABLE device (word)")
    engine.dispose()
    words = built.command("workshop", "add", "--name", "旧", "--region", REGION, data="older")
    done = subprocess.run(words, env=built.env, capture_output=True, encoding="utf-8", timeout=120, check=False)
    reports = "".join(path.read_text(encoding="utf-8") for path in (place.path / "crash").glob("*"))
    if "client_0001.py" not in reports:
        raise dev.Stop(f"The built program did not reach its migrations: {done.stdout}{done.stderr}{reports}")


def _pictures(built: Built) -> None:
    """A picture of every page in both languages: they differ, so both sets of texts are inside."""
    for lang in ("zh_CN", "en"):
        built.do("shots", built.home / "shots" / lang, "--lang", lang)
    sides = [{p.name: p.read_bytes() for p in (built.home / "shots" / lang).glob("*.png")} for lang in ("zh_CN", "en")]
    _equal("the list of pictures", sorted(sides[0]), sorted(sides[1]))
    same = [name for name, picture in sides[0].items() if picture == sides[1][name]]
    if same or not sides[0]:
        raise dev.Stop(f"The built program's pictures are the same in both languages: {same or 'there are none'}")
    dev.say(f"{len(sides[0])} pictures in each language: {built.home / 'shots'}")
