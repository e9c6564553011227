"""What the installed systemd's generators write for many small roots, as JSON.

usage: real-generators.py SANDBOX_FOLDER ROOTS_FOLDER OUTPUT_FILE GENERATOR...

SANDBOX_FOLDER holds sandbox.py, which makes a throw-away root for the generators. Each folder in
ROOTS_FOLDER is one machine: its files are put into that root, the generators run, and both are
removed again. The output maps each machine to the files and links below run/systemd; file contents
are written with one character a byte.
"""
import json
import os
import stat
import subprocess
import sys

GENERATORS = "/usr/lib/systemd/system-generators/"
FOLDERS = ["/run/systemd/" + name for name in ("generator", "generator.early", "generator.late")]


def entries(root):
    """Everything below a folder: path, kind, content or target, mode."""
    found = []
    for folder, folders, files in os.walk(os.fsencode(root)):
        for name in sorted(folders + files):
            path = os.path.join(folder, name)
            inside = path[len(os.fsencode(root)) :]
            status = os.lstat(path)
            if stat.S_ISLNK(status.st_mode):
                found.append((inside, "link", os.readlink(path), 0))
            elif stat.S_ISDIR(status.st_mode):
                found.append((inside, "folder", b"", 0o755))
            elif stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    mode = 0o755 if status.st_mode & 0o111 else 0o644
                    found.append((inside, "file", file.read(), mode))
    return found


def put(found):
    """Writes what is not there yet; returns what to remove again."""
    made = []
    for path, kind, content, mode in found:
        if os.path.lexists(path):
            continue
        if kind == "link":
            os.symlink(content, path)
        elif kind == "folder":
            os.mkdir(path, mode)
        else:
            with open(path, "wb") as file:
                file.write(content)
            os.chmod(path, mode)
        made.append((path, kind))
    return made


def remove(made):
    for path, kind in reversed(made):
        if kind == "folder":
            try:
                os.rmdir(path)
            except OSError:
                pass
        else:
            os.unlink(path)


def written():
    result = {}
    for folder in FOLDERS:
        for path, kind, content, _ in entries(folder):
            if kind != "folder":
                name = os.fsdecode(os.fsencode(folder) + path)
                result[name] = {kind: content.decode("latin-1")}
    return result


def clean(folder):
    for path, kind, _, _ in reversed(entries(folder)):
        (os.rmdir if kind == "folder" else os.unlink)(os.fsencode(folder) + path)


def run(generators, environment):
    for folder in FOLDERS:
        clean(folder)
        os.makedirs(folder, exist_ok=True)
    clean("/run/systemd/cryptsetup")
    for name in generators:
        subprocess.run(
            [GENERATORS + "systemd-" + name + "-generator"] + FOLDERS,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def inside(sandbox, roots, output, generators):
    machines = {name: entries(os.path.join(roots, name)) for name in sorted(os.listdir(roots))}
    file = open(output, "w", encoding="utf-8", errors="surrogateescape")
    sandbox.enter("/nonexistent", True)
    result = {}
    for name, found in machines.items():
        made = put(found)
        run(generators, sandbox.env())
        result[name] = written()
        remove(made)
    json.dump(result, file, ensure_ascii=True, indent=1, sort_keys=True)
    file.close()


def main():
    folder, roots, output, *generators = sys.argv[1:]
    sys.path.insert(0, os.path.realpath(folder))
    import sandbox

    if os.environ.get("ORACLE_INNER") != "1":
        arguments = [os.path.realpath(p) for p in (folder, roots, output)]
        sys.exit(sandbox.reexec_inside(os.path.realpath(__file__), arguments + generators))
    inside(sandbox, roots, output, generators)


main()
