"""The county's central server."""
