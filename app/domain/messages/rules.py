"""Messages of the subject: rule packs and the calendar."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "pack_unreadable": Text(
        "规则包无法读取:{where}。请重新取得该规则包文件",
        "The rule pack cannot be read: {where}. Get the pack file again",
    ),
    "pack_missing": Text(
        "没有{day}有效的规则包“{pack}”。请更新程序或导入县里下发的规则包",
        "No rule pack “{pack}” is in force on {day}. Update the program or import the county's pack",
    ),
    "calendar_unknown": Text(
        "不知道{year}年的法定节假日,不能计算该年的工资。请更新程序或导入县里下发的规则包",
        "The statutory days of {year} are not known, so its wages cannot be computed. Update the program or import the "
        "county's pack",
    ),
    "month_unreadable": Text("月份“{text}”应写成 2026-10 的样子", "Write the month “{text}” like 2026-10"),
}
