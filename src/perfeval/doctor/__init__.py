"""What perfeval needs of the machine and of the folder that it works in."""
