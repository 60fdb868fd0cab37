"""Python's cycle collector held back while very many rows are made that form no reference cycles.

It runs by the number of objects made, and walks over all of them: over a large month's rows in an eighth of the time a
payroll takes, to find nothing. Rows die by their reference counts as ever; what is held back is the search only.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """No search for cycles within the block, or the function it decorates.

    Where somebody else has taken the collector over already (``app.ui.garbage``) nothing changes, afterwards neither.
    """
    ours = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ours:
            gc.enable()
