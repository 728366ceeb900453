"""Exact decimals: what a file writes, shifted to base units without ever becoming a binary fraction."""

from decimal import Context, Decimal

EXACT = Context(prec=60)
NOT_PUBLISHED = {"", "..", "...", "x", "n/a", "NA"}


def shifted(text, power):
    """`text` times 10^power as plain digits; a trailing zero behind the point goes, every other digit stays."""
    number = EXACT.scaleb(Decimal(text.strip()), power)
    if number == 0:
        return "0"
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
