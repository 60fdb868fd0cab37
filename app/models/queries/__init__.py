"""Set-based queries that run on SQLite and PostgreSQL alike."""
