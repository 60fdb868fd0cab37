"""Exchange with the county, without Qt; PROTOCOL.md says what travels.

``exchange`` is the way in (enrol, sync), ``engine`` one run, ``sealing`` and ``answers`` its two halves, ``applying``
others' changes, ``mending`` rows that differ, ``lives`` device numbers, ``transport`` the line, ``schedule`` the
times, ``wire`` the bytes.
"""
