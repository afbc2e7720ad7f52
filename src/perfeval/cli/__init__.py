"""The command line: the only part that prints, reads the clock and exits."""

import atexit
import gc
import os

# A short run is over before collecting garbage pays; a long one still collects.
gc.set_threshold(100_000, 20, 20)
# What is left at the end the system takes back; Python need not walk through it.
atexit.register(gc.freeze)
# No plugin of another package runs inside ours, and looking for one takes time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from perfeval.cli.main import main  # noqa: E402  after the two settings

__all__ = ["main"]
