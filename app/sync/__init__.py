"""Exchange with the county: wire format, transport, engine; no Qt."""
