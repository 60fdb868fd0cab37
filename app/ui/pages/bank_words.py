"""What the bank file dialog says about a preview."""

from app.services.bank_files import FilePreview
from app.ui.tables.columns import Tone
from app.ui.words import translate

_NOTES_SHOWN = 3


def preview_words(shown: FilePreview, lang: str) -> tuple[str, Tone]:
    """What stands above the preview: what hinders, what is worth a look, or that the file can be written."""
    if shown.faults:
        words = translate("Bank", "还有 {count} 处要改，改好才会保存：{first}")
        return words.format(count=len(shown.faults), first=shown.faults[0].text(lang)), Tone.BAD
    blocking = [note for note in shown.notes if note.blocks]
    notes = (blocking or list(shown.notes))[:_NOTES_SHOWN]
    more = len(blocking or shown.notes) - len(notes)
    said = [note.text(lang) for note in notes]
    if more > 0:
        said.append(translate("Bank", "还有 {count} 处").format(count=more))
    if shown.sample:
        said.insert(0, _sample_words(shown.sample))
    if said:
        return "\n".join(said), Tone.BAD if blocking else Tone.WARN
    return translate(
        "Bank", "可以写出：账号以文本写出，写好后会读回来核对人数、账号和金额。预览里账号和身份证号只露后四位。"
    ), Tone.QUIET


def skipped_words(shown: FilePreview, lang: str) -> str:
    """Who is not in the file and why, the first few by name."""
    said = [f"{one.no} {one.name} ({one.text(lang)})" for one in shown.skipped[:_NOTES_SHOWN]]
    return "; ".join([*said, *(["…"] if len(shown.skipped) > _NOTES_SHOWN else [])])


def _sample_words(code: str) -> str:
    """Why what is shown is no file yet."""
    if code == "bank_run_disputed":
        return translate("Bank", "样子：这个月有两份锁定的工资并存，作废其中一份才能写出。")
    if code == "bank_nobody":
        return translate("Bank", "样子：这个月没有要通过银行发放的人。")
    return translate("Bank", "样子：这个月的工资还没有锁定，锁定后才能写出。")
