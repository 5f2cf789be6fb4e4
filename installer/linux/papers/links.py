#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""links.py FOLDER: every link and picture of the pages in it leads to something in it; no page asks another host for anything."""
import html.parser
import pathlib
import sys
import urllib.parse


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.targets, self.names = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.names.add(value)
            elif name == "src" or name == "href":
                self.targets.append((tag, value))


pages = {path.resolve(): Page(path) for path in pathlib.Path(sys.argv[1]).rglob("*.html")}
broken = [] if pages else ["no page"]
for path, page in pages.items():
    for tag, target in page.targets:
        url = urllib.parse.urlsplit(target)
        if url.scheme or url.netloc:
            if tag != "a":
                broken.append(f"{path}: {target} is loaded from elsewhere")
            continue
        there = (path.parent / urllib.parse.unquote(url.path)).resolve() if url.path else path
        if not there.is_file():
            broken.append(f"{path}: {target} is not installed")
        elif url.fragment and there in pages and urllib.parse.unquote(url.fragment) not in pages[there].names:
            broken.append(f"{path}: {target} names no heading")
if broken:
    sys.exit("\n".join(broken))
print(f"links: fine, in {len(pages)} pages")
