"""Archives whose bytes depend on nothing but what is in them and the moment they are dated."""

import gzip
import io
import pathlib
import subprocess
import tarfile


def tarball(path, folder, moment):
    """A folder as `.tar.gz`, its files in order, of nobody and of one moment."""
    with open(path, "wb") as file, \
            gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for member in [folder, *sorted(folder.rglob("*"))]:
            name = member.relative_to(folder.parent).as_posix()
            info = tarfile.TarInfo(name)
            info.mtime = moment
            if member.is_dir():
                info.type, info.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(info)
            else:
                data = member.read_bytes()
                info.size, info.mode = len(data), 0o755 if member.stat().st_mode & 0o100 else 0o644
                archive.addfile(info, io.BytesIO(data))


def debian_package(path, root, fields, moment):
    """A `.deb` of a folder that is laid out as the root of a system."""
    control = root / "DEBIAN"
    control.mkdir()
    size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file())
    fields = {**fields, "Installed-Size": str(size // 1024 + 1)}
    (control / "control").write_text("".join(f"{key}: {value}\n" for key, value in fields.items()))
    for entry in root.rglob("*"):
        entry.chmod(0o755 if entry.is_dir() or entry.stat().st_mode & 0o100 else 0o644)
    root.chmod(0o755)
    subprocess.run(["dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, path], check=True,
                   stdout=subprocess.DEVNULL, env={"SOURCE_DATE_EPOCH": str(moment), "PATH": "/usr/bin:/bin"})
    for folder in [control, *sorted(pathlib.Path(control).glob("*"))]:
        if folder.is_file():
            folder.unlink()
    control.rmdir()
