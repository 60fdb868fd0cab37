"""Stored terms of law in English: findings and answers name them; stored values stay Chinese."""

from enum import StrEnum

from app.domain.messages.text import Twofold, listing

TERMS: dict[str, str] = {
    "全日制": "full-time",
    "非全日制": "part-time",
    "劳务": "services",
    "居家承揽": "home work",
    "月薪": "by the month",
    "日薪": "by the day",
    "时薪": "by the hour",
    "计件": "by the piece",
    "正常": "normal",
    "加班": "overtime",
    "休息日": "rest-day",
    "法定": "statutory-day",
    "半": "half day (半)",
    "假": "leave (假)",
    "旷": "absent (旷)",
    "病": "sick (病)",
    "带薪": "paid leave (带薪)",
    "伤": "work injury (伤)",
    "√": "worked (√)",
    "加": "extra hours (加)",
    "休": "day off (休)",
    "调": "day in lieu (调)",
    "工作日": "working-day",
    "补贴": "allowance",
    "特殊津贴": "special allowance",
    "赔偿扣款": "damage",
    "其他扣款": "other deduction",
    "按月": "month by month",
    "一次六万": "60,000 at once",
    "脱贫户": "poverty-registered household",
    "一般农户": "ordinary household",
    "脱贫不稳定户": "unstably out of poverty",
    "边缘易致贫户": "close to poverty",
    "突发严重困难户": "in sudden hardship",
    "全勤": "full attendance",
    "出勤天": "day present",
    "每月": "every month",
    "银行": "bank",
    "现金": "cash",
    "月": "monthly",
    "半月": "half-monthly",
    "小时": "hourly",
    "入库": "received",
    "领用": "taken",
    "报损": "lost",
    "盘点": "counted",
    "领料": "given out",
    "退料": "returned",
    "耗用": "used up",
    "劳动合同": "labour contract",
    "承揽协议": "home-work agreement",
    "知情同意": "consent",
    "照片": "portrait",
    "身份证件": "identity card",
    "证书": "certificate",
    "其他": "other",
    "线下门店": "own shop",
    "景区": "scenic spot",
    "展会": "fair",
    "电商平台": "online platform",
    "直播": "live stream",
    "订单企业": "company order",
    "政府采购": "government purchase",
    "代销": "on commission",
}

FESTIVALS: dict[str, str] = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Qingming Festival",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
    "妇女节": "Women's Day",
}
"""The festivals that rule packs name (全国年节及纪念日放假办法 2 and 3), in English; local ones have no other name."""


def festival_of(name: str) -> Twofold:
    """A festival of the calendar in either language; of two on one date (中秋节、国庆节) each."""
    return listing(Twofold(one, FESTIVALS.get(one)) for one in name.split("、"))


def term_of(value: StrEnum | str) -> Twofold:
    """A stored term as a message in either language shows it; one that is not known stays."""
    return Twofold(str(value), TERMS.get(str(value)))
