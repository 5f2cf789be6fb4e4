#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes LICENSES/THIRD-PARTY.md: what the programs are linked with, what is packed into them, and what only builds and tests them.

third_party.py PROGRAM… (./dev licences): the libraries are those that the linker wrote into the programs; their licences are
those of Debian's copyright files of the packages which own them. With --check before them it writes nothing, and fails where the
list is another one.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Whom CMake asks for; Qt's are told by their names.
ASKED_FOR = {
    "libcrypto": "OpenSSL::Crypto",
    "libprometheus-cpp-core": "PkgConfig::PROMETHEUS",
    "libqrcodegencpp": "PkgConfig::qrcodegencpp",
    "libsqlite3": "SQLite::SQLite3",
    "libsystemd": "PkgConfig::SYSTEMD",
    "libz": "ZLIB::ZLIB",
}

# Their copyright files are not for machines.
BY_HAND = {
    "libc6": ("LGPL-2.1-or-later", ""),
    "libstdc++6": ("GPL-3.0-or-later WITH GCC-exception-3.1", ""),
    "libgcc-s1": ("GPL-3.0-or-later WITH GCC-exception-3.1", ""),
}

# Debian's names, as SPDX has them.
SPDX = {
    "0BSD": "0BSD",
    "Apache-2.0": "Apache-2.0",
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "Bitstream": "Bitstream-Vera",
    "BSL-1.0": "BSL-1.0",
    "CC0-1.0": "CC0-1.0",
    "Expat": "MIT",
    "GFDL-NIV-1.3": "GFDL-1.3-no-invariants-only",
    "GPL-1+": "GPL-1.0-or-later",
    "GPL-2": "GPL-2.0-only",
    "GPL-2+": "GPL-2.0-or-later",
    "GPL-3": "GPL-3.0-only",
    "GPL-3 with Qt-1.0 exception": "GPL-3.0-only WITH Qt-GPL-exception-1.0",
    "GPL-3+": "GPL-3.0-or-later",
    "FTL": "FTL",
    "ISC": "ISC",
    "libpng": "Libpng",
    "HPND-sell-variant": "HPND-sell-variant",
    "LGPL-2": "LGPL-2.0-only",
    "LGPL-2+": "LGPL-2.0-or-later",
    "LGPL-2.1": "LGPL-2.1-only",
    "LGPL-2.1+": "LGPL-2.1-or-later",
    "LGPL-3": "LGPL-3.0-only",
    "MPL-2.0": "MPL-2.0",
    "Unicode": "Unicode-DFS-2016",
    "Zlib": "Zlib",
    "zlib": "Zlib",
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def base_of(soname):
    return soname.split(".so")[0]


def needed_by(program):
    """What the linker wrote down, but for the loader itself."""
    found = re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", program))
    return [name for name in found if not name.startswith("ld-linux")]


def package_of(soname):
    path = next(line.split(" => ")[1] for line in run("/sbin/ldconfig", "-p").splitlines()
                if line.strip().startswith(soname + " ") and "x86-64" in line)
    for each in (path, str(pathlib.Path(path).resolve()), path.replace("/lib/", "/usr/lib/", 1)):
        owner = subprocess.run(("dpkg-query", "-S", each), capture_output=True, text=True)
        if owner.returncode == 0:
            return owner.stdout.split(":")[0]
    sys.exit(f"no package owns {path}")


def spdx(name):
    """One of Debian's expressions; what SPDX has no name for stays as a reference into the copyright file."""
    def one(word):
        return SPDX.get(word) or "LicenseRef-" + re.sub(r"[^0-9A-Za-z.-]+", "-", word)
    if " with " in name or " exception" in name:
        return one(name)
    parts = re.split(r"(?:,)?\s+(and/or|or|and)\s+", name)
    return " ".join(one(part.strip()) if at % 2 == 0 else part.upper().replace("AND/OR", "OR") for at, part in enumerate(parts))


def licences_of(package):
    """The one of the library itself, and those of parts of its source."""
    if package in BY_HAND:
        return BY_HAND[package]
    text = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8", errors="replace")
    main, others = "", set()
    for paragraph in re.split(r"\n\s*\n", text):
        files = re.search(r"^Files:\s*(.*(?:\n[ \t].*)*)", paragraph, re.M)
        licence = re.search(r"^License:[ \t]*(.*)$", paragraph, re.M)
        if not files or not licence:
            continue
        if files.group(1).split() == ["*"]:
            main = spdx(licence.group(1).strip())
        elif not re.match(r"(debian|doc|tests|examples|util|.*\.qdoc)", files.group(1).split()[0]):
            others.add(spdx(licence.group(1).strip()))
    if not main:
        sys.exit(f"{package}: the copyright file does not say what the whole is under")
    return main, ", ".join(sorted(others - {main}))


def asked_for(base):
    return ASKED_FOR.get(base) or ("Qt6::" + base[len("libQt6"):] if base.startswith("libQt6") else "")


def library_rows(programs):
    users = {}
    for program in programs:
        for soname in needed_by(program):
            users.setdefault(soname, []).append(pathlib.Path(program).name)
    for soname in sorted(users, key=str.lower):
        package = package_of(soname)
        main, others = licences_of(package)
        asked = asked_for(base_of(soname))
        yield (f"| `{base_of(soname)}` | {f'`{asked}`' if asked else 'the compiler'} | {package} | {main} | {others} | "
               + (", ".join(sorted(users[soname])) if len(users[soname]) < len(programs) else "all") + " |")


def npm_rows():
    for lock in sorted((ROOT / "tests").rglob("package-lock.json")):
        if "node_modules" in lock.parts:
            continue
        for path, entry in sorted(json.loads(lock.read_text())["packages"].items()):
            if path:
                yield f"| {path.removeprefix('node_modules/')} {entry['version']} | {entry.get('license', '?')} | `{lock.parent.relative_to(ROOT)}` |"


def main(check, programs):
    text = (ROOT / "installer/third_party.in").read_text(encoding="utf-8")
    text = text.replace("@LIBRARIES@", "\n".join(library_rows(programs))).replace("@NPM@", "\n".join(npm_rows()))
    made = ROOT / "LICENSES/THIRD-PARTY.md"
    if not check:
        made.write_text(text, encoding="utf-8")
        return
    written = made.read_text(encoding="utf-8")
    if written != text:
        sys.exit("\n".join(difflib.unified_diff(written.splitlines(), text.splitlines(), str(made), "./dev licences", "", "", 0, "")))


if __name__ == "__main__":
    wished = sys.argv[1:2] == ["--check"]
    if len(sys.argv) < 2 + wished:
        sys.exit(__doc__)
    main(wished, sys.argv[1 + wished:])
