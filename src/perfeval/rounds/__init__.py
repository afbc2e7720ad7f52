"""One half-year round of one office: its folder, its round.toml, its people."""
