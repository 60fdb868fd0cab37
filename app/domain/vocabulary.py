"""The closed vocabularies of a workshop's records; each value is the term of law or of the workbook itself."""

from enum import StrEnum


class Relation(StrEnum):
    """用工形式: how a person works for the workshop; it decides which lines, guards and tax apply."""

    FULL_TIME = "全日制"
    PART_TIME = "非全日制"
    SERVICES = "劳务"
    HOME = "居家承揽"


class Basis(StrEnum):
    """计薪方式: what the rate of the pay terms is paid for."""

    MONTHLY = "月薪"
    DAILY = "日薪"
    HOURLY = "时薪"
    PIECE = "计件"


class TimeKind(StrEnum):
    """时段: the kind of time an hour or a piece was worked in (Labour Law 44)."""

    NORMAL = "正常"
    OVERTIME = "加班"
    REST_DAY = "休息日"
    STATUTORY = "法定"


class MarkKind(StrEnum):
    """What an attendance mark says; WORK covers √, a number and n+m, EXTRA is 加n."""

    WORK = "√"
    HALF = "半"
    EXTRA = "加"
    OFF = "休"
    SWAPPED = "调"
    UNPAID = "假"
    ABSENT = "旷"
    SICK = "病"
    PAID = "带薪"
    INJURY = "伤"


class DayKind(StrEnum):
    """Calendar kind of a date (RULES 4)."""

    WORKING = "工作日"
    REST = "休息日"
    STATUTORY = "法定"


class AdjustmentKind(StrEnum):
    """类型 of an addition or deduction."""

    ALLOWANCE = "补贴"
    SPECIAL_ALLOWANCE = "特殊津贴"
    DAMAGE = "赔偿扣款"
    OTHER = "其他扣款"


class TaxMethod(StrEnum):
    """扣除方式: the yearly deduction taken month by month, or 60,000 yuan at once."""

    MONTHLY = "按月"
    SIXTY_AT_ONCE = "一次六万"


class HouseholdBase(StrEnum):
    """户别: base type of the household."""

    LIFTED = "脱贫户"
    ORDINARY = "一般农户"


class Monitoring(StrEnum):
    """监测类型: monitoring type of the household, beside its base type; NONE where not monitored."""

    NONE = ""
    UNSTABLE = "脱贫不稳定户"
    MARGINAL = "边缘易致贫户"
    HARDSHIP = "突发严重困难户"


class StockMoveKind(StrEnum):
    """How products come into stock or leave it by other ways than sales."""

    RECEIVED = "入库"
    TAKEN = "领用"
    LOST = "报损"
    COUNTED = "盘点"


class MaterialMoveKind(StrEnum):
    """How material goes out to a worker and what becomes of it; used up by what she delivers is 耗用."""

    GIVEN = "领料"
    RETURNED = "退料"
    USED = "耗用"


class DocumentKind(StrEnum):
    """Papers kept with a worker; 知情同意 is the consent PIPL asks for."""

    CONTRACT = "劳动合同"
    HOME_CONTRACT = "承揽协议"
    CONSENT = "知情同意"
    PORTRAIT = "照片"
    IDENTITY = "身份证件"
    CERTIFICATE = "证书"
    OTHER = "其他"


class RunKind(StrEnum):
    """What a payroll run pays: a month, the first half of one, what is due at a job's end, or differences."""

    REGULAR = "regular"
    FIRST_HALF = "first_half"
    SETTLEMENT = "settlement"
    CORRECTION = "correction"


class PayPeriod(StrEnum):
    """结算周期: how often wages are settled; part-time at most every 15 days (Labour Contract Law 72)."""

    MONTH = "月"
    HALF_MONTH = "半月"


class AllowanceRule(StrEnum):
    """What a recurring allowance is paid for."""

    FULL_ATTENDANCE = "全勤"
    DAY_PRESENT = "出勤天"
    MONTH = "每月"


class PayMethod(StrEnum):
    """How wages reach a worker."""

    BANK = "银行"
    CASH = "现金"


class RunState(StrEnum):
    """States of a payroll run; the last inserted event names the present one."""

    LOCKED = "locked"
    REOPENED = "reopened"
    PAID = "paid"
    VOIDED = "voided"
    ARCHIVED = "archived"


class RunEvent(StrEnum):
    """Events of a payroll run that name no state of their own: taken out of the archive, it is what it was before."""

    UNARCHIVED = "unarchived"


class RoleName(StrEnum):
    """What a person may do in the program."""

    MANAGER = "manager"
    OFFICIAL = "official"
    VIEWER = "viewer"
    INSTALLER = "installer"
