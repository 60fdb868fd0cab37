"""All tables by name, so that one import registers the whole schema."""

from app.models.base import Base, groups, key_columns, sync_info, synced_tables, value_columns
from app.models.goods import PiecePrice, Process, Product, Sale
from app.models.local import (
    Batch,
    Conflict,
    Counter,
    Cursor,
    Device,
    FormerDevice,
    HeldChange,
    Journal,
    LocalPack,
    Origin,
    Peer,
    Reveal,
    Role,
    RunSnapshot,
    Setting,
    User,
)
from app.models.pay import Adjustment, Advance, PayrollEvent, PayrollRun, SlipLine, SlipRow
from app.models.pay_plans import AllowancePlan, DeductionPlan
from app.models.payment import BankTemplate, Payment, PaymentReturn, RunPhoto
from app.models.people import HouseholdStatus, Opening, PayTerm, Worker
from app.models.training import Training, TrainingAttendance
from app.models.work import Attendance, DayClose, PieceEntry, TeamShare
from app.models.workshop import CalendarDay, RulePackRow, Workshop, WorkshopTerms

__all__ = [
    "Adjustment",
    "Advance",
    "AllowancePlan",
    "Attendance",
    "BankTemplate",
    "Base",
    "Batch",
    "CalendarDay",
    "Conflict",
    "Counter",
    "Cursor",
    "DayClose",
    "DeductionPlan",
    "Device",
    "FormerDevice",
    "HeldChange",
    "HouseholdStatus",
    "Journal",
    "LocalPack",
    "Opening",
    "Origin",
    "PayTerm",
    "Payment",
    "PaymentReturn",
    "PayrollEvent",
    "PayrollRun",
    "Peer",
    "PieceEntry",
    "PiecePrice",
    "Process",
    "Product",
    "Reveal",
    "Role",
    "RulePackRow",
    "RunPhoto",
    "RunSnapshot",
    "Sale",
    "Setting",
    "SlipLine",
    "SlipRow",
    "TeamShare",
    "Training",
    "TrainingAttendance",
    "User",
    "Worker",
    "Workshop",
    "WorkshopTerms",
    "groups",
    "key_columns",
    "sync_info",
    "synced_tables",
    "value_columns",
]
