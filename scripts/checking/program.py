"""Where the program under test is."""

import pathlib
import sys

from checking.site import REPOSITORY


def add_option(parser):
    """Lets a check be told which program to run."""
    parser.add_argument("--findings", type=pathlib.Path,
                        default=REPOSITORY / ".build" / "release" / "findings",
                        help="the program; the release build unless set")


def found(options):
    """The program's whole path; ends where there is none."""
    program = options.findings.resolve()
    if not program.is_file():
        sys.exit(f"there is no program at {program}; run make findings first")
    return str(program)
