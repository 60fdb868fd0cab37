"""A PC that is killed within a lock or a payment: `python -m tests.services.lock_worker FOLDER SHOP POINT`.

Points: ``slips`` (run, slips and lines written, nothing committed), ``event`` (the run and its event), ``paid``
(payments written, the event that the run is paid not yet).
"""

import os
import signal
import sys
from pathlib import Path

from app.domain.vocabulary import PayMethod
from app.models.opening import open_database
from app.services import payments, payroll_life, payroll_lock
from app.services.context import Context
from tests.fixtures import PASSWORD
from tests.services.paid_workers import MONTH


def dying_after(function):
    """The same function, which ends this process once it has done its work."""

    def done(session, *arguments, **named):
        function(session, *arguments, **named)
        session.flush()
        print("reached", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

    return done


def dying_before(function):
    """In place of a function, the end of this process."""
    del function

    def done(*_arguments, **_named):
        print("reached", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

    return done


def main(folder: Path, shop: int, point: str) -> None:
    """Lock or pay, and die."""
    database, user = open_database(folder, None, PASSWORD)
    ctx = Context(database, user)
    if point == "slips":
        payroll_lock.insert_slips = dying_after(payroll_lock.insert_slips)
    if point == "event":
        payroll_lock.note_event = dying_after(payroll_lock.note_event)
    if point == "paid":
        run = payroll_life.lock(ctx, shop, MONTH)
        payments.note_event = dying_before(payments.note_event)
        payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    payroll_life.lock(ctx, shop, MONTH)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
