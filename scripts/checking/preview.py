"""A running `findings preview` of a project of its own."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import time

START_SECONDS = 120


class Preview:
    """A preview that ends with the block that it is used in."""

    def __init__(self, program, content, *arguments, templates=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="findings-preview-"))
        shutil.copytree(content, self.folder / "content")
        if templates:
            shutil.copytree(templates, self.folder / "templates")
        self.log = open(self.folder / "said.txt", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "preview", "--port", "0", *arguments], cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.log)
        self.address = self._address()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def said(self):
        """What it said so far."""
        return (self.folder / "said.txt").read_text(encoding="utf-8")

    def _address(self):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if found := re.search(r"preview at (http://\S+)\n", self.said):
                return found[1].replace("localhost", "127.0.0.1")
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.process.kill()
        raise SystemExit(f"the preview did not start:\n{self.said}")

    def path(self, name):
        """Where a file of the project is."""
        return self.folder / name

    def memory(self):
        """The most bytes of memory that it had at once, and those it has now; zero where nobody says."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0, 0
        return tuple(int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) << 10
                     for name in ("VmHWM", "VmRSS"))
