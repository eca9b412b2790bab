"""`python -m kulturspejl` is the command kulturspejl."""

import sys

from kulturspejl.cli import main

if __name__ == "__main__":
    sys.exit(main())
