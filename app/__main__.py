"""Start the program: ``python -m app`` opens the window, ``python -m app --data DIR COMMAND`` does a command."""

import sys

from app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
