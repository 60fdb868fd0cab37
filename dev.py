#!/usr/bin/env python3
"""The developer's one script: `python3 dev.py setup | run | test | lint | bench | shots | package | lock`.

Standard library only, so that it starts on a machine that has nothing but Python 3.11. Every verb first makes sure of
what it needs (system libraries, virtual environment, the locked packages); a second start installs nothing.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.txt"
DESKTOP_LOCK = ROOT / "requirements-desktop.txt"
MARKER = VENV / "installed-lock"
BUILD = ROOT / "build"
DEMO = BUILD / "demo"

# Debian's package -> what it brings. The first six are what Qt needs to start at all, then those of a real window.
LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libcups2": "libcups.so.2",
}
PROGRAMS = {"xvfb": "Xvfb", "xauth": "xauth", "poppler-utils": "pdftotext"}

DEMO_BOOK = ROOT / "tests" / "samples" / "longtan-2026-10.xlsx"
DEMO_NAME, DEMO_REGION, DEMO_PASSWORD = "龙潭彝绣工坊", "513499", "gongfang-demo-2026"
START_SECONDS, STEP_SECONDS, DRIVER_SECONDS = 180, 300, 900


class Stop(Exception):  # noqa: N818  it ends the script with a sentence, it is no fault of the script
    """What went wrong and what to do, for the person at the terminal; exit code 1."""


# ---------------------------------------------------------------- machine


def missing_system_packages() -> list[str]:
    """Debian packages whose library or program this machine lacks (Linux only)."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for package, library in LIBRARIES.items() if not _loads(library)]
    missing += [package for package, program in PROGRAMS.items() if shutil.which(program) is None]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: Sequence[str]) -> None:
    """Install by apt-get where that is allowed, else stop with the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = Stop(f"System libraries are missing. Run as root:\n  apt-get update && {' '.join(command)}")
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise by_hand
    say("installing system libraries: " + " ".join(packages))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-q"], command):
        if subprocess.run(step, env=env, stdout=subprocess.DEVNULL, check=False).returncode:
            raise by_hand


def setup() -> None:
    """Make sure of system libraries, the virtual environment and the locked packages."""
    if sys.version_info < (3, 11):  # noqa: UP036  this script may be started by an older one
        raise Stop(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    missing = missing_system_packages()
    if missing:
        install_system_packages(missing)
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
    if PYTHON.exists() and MARKER.exists() and MARKER.read_text() == wanted:
        return
    if not PYTHON.exists():
        say("making the virtual environment in .venv")
        call([sys.executable, "-m", "venv", "--clear", VENV])
    say(f"installing the packages locked in {LOCK.name}")
    options = ["-q", "--disable-pip-version-check", "--require-hashes", "--no-deps", "-r"]
    call([PYTHON, "-m", "pip", "install", *options, LOCK])
    MARKER.write_text(wanted)


def lock() -> int:
    """Make the lock files anew from pyproject.toml; pins that still fit stay."""
    options = [
        "-q",
        "--universal",
        "--python-version=3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-annotate",
    ]
    shown = ["--custom-compile-command", "python3 dev.py lock"]
    common = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", *options, *shown]
    call([*common, "--all-extras", "-o", LOCK.name])
    call([*common, "--extra", "package", "-c", LOCK.name, "-o", DESKTOP_LOCK.name])
    return 0


# ---------------------------------------------------------------- checks


def lint() -> int:
    """Every static check; the exit code of the first that fails, after all have run."""
    steps: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        # An early return for one platform is no dead code on the other.
        [BIN / "mypy", "--platform=win32", "--cache-dir=.mypy_cache/win32", "--no-warn-unreachable", "app"],
        [BIN / "lint-imports", "--no-logo"],
    ]
    codes = []
    for step in steps:
        say(" ".join([Path(step[0]).name, *map(str, step[1:])]))
        codes.append(subprocess.run([*map(str, step)], cwd=ROOT, env=environment(), check=False).returncode)
    return next((code for code in codes if code), 0)


def test(rest: Sequence[str], *, torture: bool, everything: bool) -> int:
    """Static checks, then pytest in random order; arguments of pytest narrow the run and leave the checks out."""
    linted = 0 if rest else lint()
    options = ["-m", ""] if everything else ["-m", "torture"] if torture else []
    if not rest:
        options += ["-n", "auto", "--dist", "loadscope", "--no-loadscope-reorder"]  # tests/conftest.py orders
    if everything:
        options += ["--cov=app", "--cov-report=term:skip-covered"]
    say("pytest")
    command = [str(PYTHON), "-m", "pytest", "-q", *options, *rest]
    tested = subprocess.run(command, cwd=ROOT, env=environment() | in_memory(), check=False).returncode
    if linted:
        print("The static checks above the tests failed.", file=sys.stderr)
    return tested or linted


def in_memory() -> dict[str, str]:
    """Tests' records lie in memory where there is room: a kill proves as much there, no commit waits for a disk."""
    place = Path("/dev/shm")  # noqa: S108  pytest makes a folder of the person's own in it
    if not place.is_dir() or not os.access(place, os.W_OK) or shutil.disk_usage(place).free < 4 << 30:
        return {}
    return {"PYTEST_DEBUG_TEMPROOT": str(place)}


# ---------------------------------------------------------------- demonstration


def run(*, fresh: bool) -> int:
    """A local server, a demonstration workshop enrolled with it, and the window; without a screen the driven window."""
    seen = has_screen()
    if (fresh or not seen or not (DEMO / "ready.json").exists()) and DEMO.exists():
        shutil.rmtree(DEMO)
    DEMO.mkdir(parents=True, exist_ok=True)
    port = demo_port()
    with server(port):
        if not (DEMO / "ready.json").exists():
            prepare_workshop(port)
        if seen:
            say(f"opening the window; password: {DEMO_PASSWORD}")
            return subprocess.run(desktop(), cwd=ROOT, env=environment(), check=False).returncode
        with display() as env:
            say("no screen: working the window by key events")
            call(desktop("demo", DEMO, "--book", DEMO_BOOK), env=env, seconds=DRIVER_SECONDS)
        compare_stats()
    say(f"pictures, ledger and stats are in {DEMO.relative_to(ROOT)}/")
    return 0


def demo_port() -> int:
    """The port the demonstration workshop was enrolled at, or a free one."""
    ready = DEMO / "ready.json"
    if ready.exists():
        return int(json.loads(ready.read_text())["port"])
    return free_port()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(port: int, home: Path = DEMO) -> Iterator[int]:
    """The central server on its embedded PostgreSQL, ready to answer; gives its process id, by which it is ended."""
    say(f"starting the server on 127.0.0.1:{port}")
    log = home / "server.log"
    command = county("run", "--port", port, home=home)
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=out, stderr=out)
        try:
            wait_for_answer(process, port, log)
            yield process.pid
        finally:
            end(process)


def wait_for_answer(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server answers anything at all over HTTP; raises Stop if it ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise Stop(f"The server ended with code {process.returncode}; its log: {log}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                return
        except urllib.error.HTTPError:
            return  # any status is an answer
        except OSError:
            time.sleep(0.2)
    raise Stop(f"The server did not answer within {START_SECONDS} seconds; its log: {log}")


def prepare_workshop(port: int) -> None:
    """Make a workshop by the headless commands and enrol it with a code of the local server."""
    code = answer(county("code", "--name", DEMO_NAME, "--region", DEMO_REGION, "--json"))
    say("making the demonstration workshop")
    made = answer(desktop("init", "--name", DEMO_NAME, "--region", DEMO_REGION, "--json"))
    answer(desktop("enroll", "--slip", code["slip"], "--json"))
    (DEMO / "ready.json").write_text(json.dumps({"port": port, "workshop": made}, ensure_ascii=False))


def compare_stats() -> None:
    """Write the stats of both sides to build/demo and stop unless every bucket is equal."""
    sides = {"desktop": answer(desktop("stats", "--json")), "server": answer(county("stats", "--json"))}
    for side, stats in sides.items():
        text = json.dumps(stats, ensure_ascii=False, indent=1, sort_keys=True)
        (DEMO / f"stats-{side}.json").write_text(text, encoding="utf-8")
    mine, theirs = (
        {key: shop["tables"] for key, shop in sides[side]["workshops"].items()} for side in ("desktop", "server")
    )
    if not mine or mine != theirs:
        raise Stop("The stats of desktop and server differ: compare build/demo/stats-*.json")
    say("stats of desktop and server are equal")


def shots() -> int:
    """A picture of every page in both languages, of the demonstration book, in build/shots."""
    out = BUILD / "shots"
    shutil.rmtree(out, ignore_errors=True)
    data = out / "data"
    answer([*desktop_of(data), "init", "--name", DEMO_NAME, "--region", DEMO_REGION, "--json"])
    call([*desktop_of(data), "import", DEMO_BOOK])
    for lang in ("zh_CN", "en"):
        call([*desktop_of(data), "shots", out / lang, "--lang", lang])
    say(f"pictures are in {out.relative_to(ROOT)}/")
    return 0


# ---------------------------------------------------------------- processes


def say(text: str) -> None:
    """One line of progress."""
    print(f"-- {text}", flush=True)


def has_screen() -> bool:
    """Whether a window would be seen by somebody."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def environment() -> dict[str, str]:
    """The environment of every child: UTF-8, the demonstration's password, Qt without a screen if there is none."""
    env = {**os.environ, "PYTHONUTF8": "1", "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled; else each start compiles 400 files
    env.setdefault("GONGFANG_PASSWORD", DEMO_PASSWORD)
    if not has_screen():
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return env


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a real X window on an own virtual screen of a workshop's old PC (1366×768)."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:  # Xvfb writes its number when it is ready and closes at its end
            number = numbers.readline().strip()
        if not number:
            raise Stop("The virtual screen (Xvfb) did not start.")
        yield {**environment(), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a child of ours: politely, then not."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(60)
        return
    process.kill()
    process.wait(10)


def desktop(*arguments: object) -> list[str]:
    """The demonstration's desktop command."""
    return [*desktop_of(DEMO / "desktop"), *map(str, arguments)]


def desktop_of(data: Path) -> list[str]:
    """The desktop program on a data folder."""
    return [str(PYTHON), "-m", "app", "--data", str(data)]


def county(verb: str, *arguments: object, home: Path = DEMO) -> list[str]:
    """The server's command on the data folder below ``home``: the demonstration's, the bench's or the trial's."""
    return [str(PYTHON), "-m", "app.server", verb, "--data", str(home / "server"), *map(str, arguments)]


def call(command: Sequence[object], *, env: dict[str, str] | None = None, seconds: int | None = None) -> int:
    """Run a command in the project's folder: always 0; raises Stop if it fails or takes too long."""
    words = [str(word) for word in command]
    try:
        code = subprocess.run(words, cwd=ROOT, env=env or environment(), timeout=seconds, check=False).returncode
    except subprocess.TimeoutExpired:
        raise Stop(f"Still running after {seconds} seconds, ended: {' '.join(words)}") from None
    if code:
        raise Stop(f"Exit code {code}: {' '.join(words)}")
    return code


def answer(command: Sequence[object], env: dict[str, str] | None = None) -> Any:  # noqa: ANN401  JSON of any command
    """Run a headless command and read its JSON; raises Stop with what it said if it refused."""
    words = [str(word) for word in command]
    how: dict[str, Any] = {"cwd": ROOT, "env": env or environment(), "timeout": STEP_SECONDS, "encoding": "utf-8"}
    try:
        done = subprocess.run(words, **how, capture_output=True, check=False)
    except subprocess.TimeoutExpired:
        raise Stop(f"Still running after {STEP_SECONDS} seconds, ended: {' '.join(words)}") from None
    if done.returncode:
        raise Stop(f"Exit code {done.returncode}: {' '.join(words)}\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout)


# ---------------------------------------------------------------- verbs


def parser() -> argparse.ArgumentParser:
    """The verbs and their options."""
    top = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0] if __doc__ else None)
    verbs = top.add_subparsers(dest="verb", required=True)
    verbs.add_parser("setup", help="only prepare: system libraries, .venv, the locked packages")
    started = verbs.add_parser("run", help="server, demonstration workshop and window (without a screen: driven)")
    started.add_argument("--fresh", action="store_true", help="throw the last demonstration away first")
    tested = verbs.add_parser(
        "test", allow_abbrev=False, help="static checks and all tests; further arguments go to pytest"
    )
    kind = tested.add_mutually_exclusive_group()
    kind.add_argument("--torture", action="store_true", help="only the long kill, damage and history tests")
    kind.add_argument("--all", action="store_true", help="all tests with them")
    verbs.add_parser("lint", help="ruff, mypy --strict, import arrows")
    verbs.add_parser("bench", help="the measured figures; arguments go to tests/bench")
    verbs.add_parser("shots", help="a picture of every page in both languages")
    verbs.add_parser("package", help="the frozen program: package linux")
    verbs.add_parser("lock", help="make the lock files anew from pyproject.toml")
    return top


def main(arguments: Sequence[str]) -> int:
    """Run one verb; the exit code."""
    known, rest = parser().parse_known_args(arguments)
    if rest and known.verb not in ("test", "bench", "package"):
        parser().error(f"unknown: {' '.join(rest)}")
    setup()
    verbs: dict[str, Callable[[], int]] = {
        "setup": lambda: 0,
        "run": lambda: run(fresh=known.fresh),
        "test": lambda: test(rest, torture=known.torture, everything=known.all),
        "lint": lint,
        "bench": lambda: call([PYTHON, "-m", "tests.bench", *rest]),
        "shots": shots,
        "package": lambda: call(
            [PYTHON, ROOT / "packaging" / "build.py", *rest], env={**environment(), "PYTHONPATH": str(ROOT)}
        ),
        "lock": lock,
    }
    return verbs[known.verb]()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"dev.py: {stop}")
