"""The headless commands (``python -m app --data DIR COMMAND``, DESIGN 8): for installers, unattended PCs and tests.

To add a command: 1. a function ``name(call: Call) -> Answer`` in the module of its subject; 2. a line in
``commands.COMMANDS``; 3. its help in both languages in ``app/domain/messages/cli_help.py``. A test runs over the table.
"""
