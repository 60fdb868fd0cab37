"""The one place that wires the real parts together."""
