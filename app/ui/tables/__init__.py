"""Table models and delegates described as data."""
