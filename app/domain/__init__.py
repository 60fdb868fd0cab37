"""Rules as plain functions on frozen dataclasses: no clock, no I/O, standard library only."""
