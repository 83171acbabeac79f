"""The closing line of a check."""

import sys


class Tally:
    """Counts what held and says at once what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, holds, words):
        """Counts one thing looked at; prints `words` where it does not hold."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {words}", flush=True)
        return holds

    def close(self):
        """Prints the closing line and ends the program: with 1 where anything failed or nothing
        was looked at."""
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(1 if self.failed or not self.passed else 0)
