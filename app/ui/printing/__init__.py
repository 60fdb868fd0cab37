"""Papers: one drawing code for preview, printer and PDF."""
