"""Messages of the subject: printed papers."""

from app.domain.messages.text import Text

_NAMES: dict[str, Text] = {
    "paper_attendance": Text("考勤表", "attendance sheet"),
    "paper_signing": Text("签名表（有姓名）", "signing sheet with names"),
    "paper_signing_blank": Text("签名表（空白）", "blank signing sheet"),
    "paper_incomes": Text("工人各月收入", "income of each worker by month"),
    "paper_output": Text("各月产量", "output by month"),
    "paper_sales": Text("各月销售", "sales by month"),
    "paper_stock": Text("库存图", "stock levels"),
    "paper_labels": Text("产品标签", "product labels"),
    "paper_recovery": Text("恢复密钥", "recovery sheet"),
    "paper_trial": Text("打印测试页", "printer test page"),
}

TEXTS: dict[str, Text] = {
    **_NAMES,
    "paper_nobody": Text(
        "{month}没有在职的人。请先登记工人，或看别的月份",
        "Nobody is employed in {month}. Add workers first, or look at another month",
    ),
    "paper_no_income": Text(
        "{first}至{last}没有锁定的工资。锁定一个月后才有收入可印",
        "No payroll is locked from {first} to {last}: there is income to print once a month is locked",
    ),
    "paper_no_output": Text(
        "{first}至{last}没有计件记录。请先在“今日”或“生产”里登记",
        "No piece entry is noted from {first} to {last}. Note them on Today or Production first",
    ),
    "paper_no_sales": Text(
        "{first}至{last}没有销售记录。请先在“销售”里登记",
        "No sale is noted from {first} to {last}. Note them under Sales first",
    ),
    "paper_no_products": Text(
        "还没有产品。请先在“产品库存”里新增", "There are no products yet. Add one under Products & stock first"
    ),
    "paper_made_elsewhere": Text(
        "密钥只在第一次启动和换新密钥时显示：在“设置”的备份一页里换新的，再打印或抄写",
        "The key is shown at the first start and when it is replaced only: replace it on the backup page of the "
        "settings, then print or copy it",
    ),
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
