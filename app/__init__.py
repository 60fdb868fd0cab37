"""Gongfang (工坊): an offline-first account book for heritage-craft workshops."""

__version__ = "0.1.0"
__released__ = "2026-11-22"  # a PC whose date lies before this is wrong (DESIGN 7)
