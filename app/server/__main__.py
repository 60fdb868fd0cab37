"""Start the central server: ``python -m app.server --data DIR run``."""

import sys

from app.server.cli import main

if __name__ == "__main__":
    sys.exit(main())
