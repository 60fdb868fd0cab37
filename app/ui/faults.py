"""What went wrong, in the person's words. Light: the log-in needs it before the records' libraries are loaded."""

from app.domain.refusal import Refusal
from app.ui.words import translate


def fault_text(fault: Exception, lang: str) -> str:
    """A refusal in the user's language; for a fault of the program its name and where to look."""
    if isinstance(fault, Refusal):
        return fault.text(lang)
    return translate("Desk", "程序内部出错（{name}），没有保存任何东西；详情已写入日志。请再试一次。").format(
        name=type(fault).__name__
    )
