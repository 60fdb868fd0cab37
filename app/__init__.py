"""Gongfang (工坊): an offline-first account book for heritage-craft workshops."""

__version__ = "0.1.0"
