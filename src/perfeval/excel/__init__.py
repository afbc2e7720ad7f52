"""The only importer of spreadsheet libraries, and our own reader."""
