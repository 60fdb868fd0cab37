"""Use cases: one function for one intention, one transaction; they return frozen rows."""
