"""Storage: typed tables, the journal and its triggers, the encrypted database."""
