"""Where each finding of the check list is mended: a page, and the worker, day or field there."""

from app.domain.payroll_draft import Finding
from app.ui.widgets.page import Jump

_SETTINGS = {
    "minimum_missing": "minimum",
    "hour_minimum_missing": "minimum",
    "minimum_below_pack": "minimum",
    "holiday_not_paid": "minimum",
    "piece_without_price": "prices",
    "piece_price_zero": "prices",
}
_FIELDS = {
    "id_missing": "id_number",
    "id_wrong": "id_number",
    "id_duplicate": "id_number",
    "phone_missing": "phone",
    "account_missing": "account",
    "rate_missing": "rate",
    "rate_not_used": "rate",
    "hourly_below_minimum": "rate",
    "terms_missing": "terms",
    "terms_changed": "terms",
    "relation_changes_inside_month": "terms",
    "part_time_not_hourly": "basis",
    "part_time_by_piece": "basis",
}


def place_of(finding: Finding) -> Jump | None:
    """The place that mends a finding: Today at the day, People at the field or the settings, rules, another month.

    None where nothing is to be mended.
    """
    if finding.kind == "month_disputed":
        return Jump("payroll", at=str(finding.params.get("disputed", ""))[:7])
    if finding.kind == "calendar_provisional":
        return Jump("rules")
    if finding.kind in _SETTINGS:
        return Jump("people", field=_SETTINGS[finding.kind])
    if finding.day is not None and finding.kind not in _FIELDS:
        return Jump("today", finding.worker_id, finding.day.isoformat())
    if finding.worker_id:
        return Jump("people", finding.worker_id, field=_FIELDS.get(finding.kind, ""))
    return None
