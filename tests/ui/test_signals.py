"""No signal of the window cuts an id: the greatest one goes through each (Qt's int has 32 bits)."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QMetaMethod, QObject, Signal

import app.ui

GREATEST = 2**53 - 1


def _classes() -> list[type[QObject]]:
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QObject]
    while waiting:
        for sub in waiting.pop().__subclasses__():
            waiting.append(sub)
            if sub.__module__.startswith("app.ui"):
                found.add(sub)
    return sorted(found, key=lambda cls: (cls.__module__, cls.__name__))


SIGNALS = [
    pytest.param(cls, name, id=f"{cls.__module__}.{cls.__name__}.{name}")
    for cls in _classes()
    for name, value in vars(cls).items()
    if isinstance(value, Signal)
]


def test_there_are_signals_to_test() -> None:
    assert len(SIGNALS) > 10


@pytest.mark.parametrize(("cls", "name"), SIGNALS)
def test_the_greatest_id_arrives_whole(qapp, cls: type[QObject], name: str) -> None:
    probe_type = type("Probe", (QObject,), {name: _copy(cls, name)})
    probe, seen = probe_type(), []
    getattr(probe, name).connect(seen.append)
    getattr(probe, name).emit(GREATEST)
    assert seen == [GREATEST]


@pytest.mark.filterwarnings("ignore:libshiboken. Overflow:RuntimeWarning")
@pytest.mark.qt_no_exception_capture
def test_the_test_would_notice_an_int() -> None:
    probe, seen = type("Probe", (QObject,), {"cut": Signal(int)})(), []
    probe.cut.connect(seen.append)
    probe.cut.emit(GREATEST)
    assert seen == [-1]


def _copy(cls: type[QObject], name: str) -> Signal:
    """A signal of the same parameters as ``cls`` declares."""
    meta = cls.staticMetaObject
    kinds = {"PyObject": object, "int": int, "bool": bool, "QString": str}
    for at in range(meta.methodCount()):
        method = meta.method(at)
        if method.methodType() == QMetaMethod.MethodType.Signal and bytes(method.name().data()).decode() == name:
            return Signal(*(kinds[bytes(kind.data()).decode()] for kind in method.parameterTypes()))
    raise AssertionError(name)
