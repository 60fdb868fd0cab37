"""The headless commands (`python -m app --data DIR COMMAND`)."""
