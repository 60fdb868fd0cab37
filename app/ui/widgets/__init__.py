"""Small parts the pages share."""
