"""Messages of the subject: printed papers."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "ledger_field_missing": Text(
        zh="台账缺 {count} 处必填内容,不能打印:{fields}。请在“工人”里或工作簿里补全后再打印。",
        en="The ledger cannot be printed; required entries it lacks ({count}): {fields}. "
        "Complete them under Workers or in the workbook, then print.",
    ),
    "printer_refused": Text(
        zh="打印机“{name}”没有接受打印:请检查打印机是否开机、联机、有纸。",
        en="The printer “{name}” did not accept the job: see that it is switched on, connected and has paper.",
    ),
    "demo_stopped": Text(
        zh="演示停在“{step}”这一步:{reason}",
        en="The demonstration stopped at the step “{step}”: {reason}",
    ),
}
