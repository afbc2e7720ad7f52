"""Forms as data: one TOML file builds the blank workbook and reads the filled one."""
