"""Terms of law and of the workbook as a reader of either language meets them; stored values stay Chinese."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QLocale

from app.domain.messages.terms import festival_of
from app.ui.words import translate


def term(value: StrEnum | str | None) -> str:
    """The word for a vocabulary value; one without a translation is shown as it is stored."""
    return _words(translate("Terms", "全日制")).get(str(value), str(value)) if value else ""


def festival(name: str) -> str:
    """A festival of the calendar in the language in force; one of the county's own stays as people named it."""
    english = QLocale().language() == QLocale.Language.English
    return festival_of(name).text("en" if english else "zh_CN")


@cache
def _words(_: str) -> dict[str, str]:
    """All words of a language, translated once; a word of it names the language."""
    return {**_known(), **_goods()}


def _known() -> dict[str, str]:
    return {
        "全日制": translate("Terms", "全日制"),
        "非全日制": translate("Terms", "非全日制"),
        "劳务": translate("Terms", "劳务"),
        "居家承揽": translate("Terms", "居家承揽"),
        "月薪": translate("Terms", "月薪"),
        "日薪": translate("Terms", "日薪"),
        "时薪": translate("Terms", "时薪"),
        "计件": translate("Terms", "计件"),
        "正常": translate("Terms", "正常"),
        "加班": translate("Terms", "加班"),
        "休息日": translate("Terms", "休息日"),
        "法定": translate("Terms", "法定"),
        "工作日": translate("Terms", "工作日"),
        "月": translate("Terms", "月"),
        "天": translate("Terms", "天"),
        "小时": translate("Terms", "小时"),
        "件": translate("Terms", "件"),
        "项": translate("Terms", "项"),
        "半月": translate("Terms", "半月"),
        "全勤": translate("Terms", "全勤"),
        "出勤天": translate("Terms", "出勤天"),
        "每月": translate("Terms", "每月"),
        "补贴": translate("Terms", "补贴"),
        "特殊津贴": translate("Terms", "特殊津贴"),
        "赔偿扣款": translate("Terms", "赔偿扣款"),
        "其他扣款": translate("Terms", "其他扣款"),
        "按月": translate("Terms", "按月"),
        "一次六万": translate("Terms", "一次六万"),
        "脱贫户": translate("Terms", "脱贫户"),
        "一般农户": translate("Terms", "一般农户"),
        "脱贫不稳定户": translate("Terms", "脱贫不稳定户"),
        "边缘易致贫户": translate("Terms", "边缘易致贫户"),
        "突发严重困难户": translate("Terms", "突发严重困难户"),
        "银行": translate("Terms", "银行"),
        "现金": translate("Terms", "现金"),
    }


def _goods() -> dict[str, str]:
    return {
        "入库": translate("Terms", "入库"),
        "领用": translate("Terms", "领用"),
        "报损": translate("Terms", "报损"),
        "盘点": translate("Terms", "盘点"),
        "领料": translate("Terms", "领料"),
        "退料": translate("Terms", "退料"),
        "耗用": translate("Terms", "耗用"),
        "劳动合同": translate("Terms", "劳动合同"),
        "承揽协议": translate("Terms", "承揽协议"),
        "知情同意": translate("Terms", "知情同意"),
        "照片": translate("Terms", "照片"),
        "身份证件": translate("Terms", "身份证件"),
        "证书": translate("Terms", "证书"),
        "其他": translate("Terms", "其他"),
        "男": translate("Terms", "男"),
        "女": translate("Terms", "女"),
        "线下门店": translate("Terms", "线下门店"),
        "景区": translate("Terms", "景区"),
        "展会": translate("Terms", "展会"),
        "电商平台": translate("Terms", "电商平台"),
        "直播": translate("Terms", "直播"),
        "订单企业": translate("Terms", "订单企业"),
        "政府采购": translate("Terms", "政府采购"),
        "代销": translate("Terms", "代销"),
    }


def table_term(table: str) -> str:
    """What people call the records of a stored table."""
    return _tables().get(table, table)


def _tables() -> dict[str, str]:
    return {
        "workshop": translate("Tables", "工坊"),
        "workshop_terms": translate("Tables", "工坊工资设置"),
        "calendar_day": translate("Tables", "节假日"),
        "worker": translate("Tables", "工人"),
        "household_status": translate("Tables", "户别"),
        "pay_term": translate("Tables", "计薪标准"),
        "opening": translate("Tables", "期初"),
        "attendance": translate("Tables", "考勤"),
        "day_close": translate("Tables", "日结"),
        "product": translate("Tables", "产品"),
        "process": translate("Tables", "工序"),
        "piece_price": translate("Tables", "单价"),
        "piece_entry": translate("Tables", "计件"),
        "team_share": translate("Tables", "集体分摊"),
        "adjustment": translate("Tables", "增减"),
        "advance": translate("Tables", "预支"),
        "allowance_plan": translate("Tables", "固定补贴"),
        "deduction_plan": translate("Tables", "扣款计划"),
        "sale": translate("Tables", "销售"),
        "stock_move": translate("Tables", "出入库"),
        "training": translate("Tables", "培训"),
        "training_attendance": translate("Tables", "培训参加人"),
        "payroll_run": translate("Tables", "工资批次"),
        "payroll_event": translate("Tables", "工资状态"),
        "slip": translate("Tables", "工资条"),
        "slip_line": translate("Tables", "工资明细"),
        "rule_pack": translate("Tables", "规则包"),
        "bank_template": translate("Tables", "银行模板"),
        "run_photo": translate("Tables", "签字页照片"),
        "payment_return": translate("Tables", "退回"),
        "payment": translate("Tables", "发放"),
        "material_move": translate("Tables", "领退料"),
        "material": translate("Tables", "原料"),
        "worker_document": translate("Tables", "工人材料"),
    }
