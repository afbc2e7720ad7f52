"""What perfeval remembers of a round, in bytes: receipts, decisions, log, seals."""
