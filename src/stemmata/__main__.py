"""`python -m stemmata` is the command line."""

import sys

from stemmata.cli import main

sys.exit(main())
