"""Build the frozen desktop program and try it: `python3 dev.py package linux` (its own clean environment below build/).

1 a clean virtual environment with the locked packages of the desktop; 2 PyInstaller with ``gongfang.spec``; 3 a look at
what is inside; 4 the main job, worked by the built program against a real server. Prints size and start time.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import contents
import trial

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "package"
VENV = BUILD / "venv"
DIST = BUILD / "dist"
PROGRAM = DIST / "gongfang"
_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = _BIN / ("python.exe" if os.name == "nt" else "python")
_SYSTEMS = {"linux": "linux", "windows": "win32"}


def say(text: str) -> None:
    """One line of progress."""
    print(f"-- {text}", flush=True)


def call(command: Sequence[object], **env: str) -> None:
    """Run a step in the project's folder; ends the build with its exit code if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, env={**clean_environment(), **env}, check=False)
    if done.returncode:
        sys.exit(f"package: exit code {done.returncode}: {' '.join(words)}")


def clean_environment() -> dict[str, str]:
    """The person's environment without anything that points Python at other packages."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}


def make_environment() -> None:
    """A new virtual environment holding exactly the desktop's lock, every file checked by its hash."""
    shutil.rmtree(VENV, ignore_errors=True)
    call([sys.executable, "-m", "venv", VENV])
    options = ["-q", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    call([PYTHON, "-m", "pip", "install", *options, "-r", ROOT / "requirements-desktop.txt"])


def freeze() -> None:
    """Run PyInstaller on the spec; the same tree gives the same modules in the same order."""
    shutil.rmtree(DIST, ignore_errors=True)
    places = ["--distpath", DIST, "--workpath", BUILD / "work"]
    options = ["--noconfirm", "--clean", "--log-level", "WARN", *places]
    call([PYTHON, "-m", "PyInstaller", *options, HERE / "gongfang.spec"], PYTHONHASHSEED="1")


def megabytes(folder: Path) -> float:
    """What a folder's files take, in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def pack() -> Path:
    """The folder as one compressed archive, as it would be carried."""
    archive = DIST / f"gongfang-{sys.platform}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=1) as tar:
        tar.add(PROGRAM, arcname="gongfang")
    return archive


def main(arguments: Sequence[str]) -> int:
    """Build for this system, look inside, try it; the exit code."""
    known = argparse.ArgumentParser(prog="dev.py package", description="Build and try the frozen program.")
    known.add_argument("system", choices=_SYSTEMS, help="must be the system this runs on")
    known.add_argument("--keep-environment", action="store_true", help="do not make the clean environment anew")
    known.add_argument("--try-only", action="store_true", help="only look at and try what was built last")
    given = known.parse_args(arguments)
    if _SYSTEMS[given.system] != sys.platform:
        sys.exit(f"package: PyInstaller builds only for the system it runs on, and this is {sys.platform}")
    if not given.try_only:
        if not (given.keep_environment and PYTHON.exists()):
            say("a clean environment from requirements-desktop.txt")
            make_environment()
        say("freezing")
        freeze()
    contents.check(PROGRAM, PYTHON)
    archive = pack()
    say(f"size: {megabytes(PROGRAM):.0f} MB, packed {archive.stat().st_size / 1e6:.0f} MB ({archive.name})")
    trial.main_job(PROGRAM, BUILD / "trial")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
