"""Regulations as data: one reviewed TOML file each, every ruling with its clause."""
