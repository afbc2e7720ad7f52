"""`python -m perfeval`."""

import sys

from perfeval.cli.main import main

sys.exit(main())
