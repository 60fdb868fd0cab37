"""Start the program: `python -m app`."""
