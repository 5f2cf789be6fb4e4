#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches the servers that ours is measured beside into a folder, unpacked and not installed, so that none of them ever
# runs as a service: nginx with nchan, Tomcat 10, Node's ws. Needs node, npm and a JDK.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
cd "$1"
if [ ! -x root/usr/sbin/nginx ]; then
    apt-get download -q nginx libnginx-mod-nchan libtomcat10-java >&2
    for package in *.deb; do
        dpkg -x "$package" root
    done
    # The module makes a folder where an installed nginx has one; ours is under nginx's prefix.
    LC_ALL=C sed -i 's#/var/lib/nginx/body#nchan_body_temp_dir#' root/usr/lib/nginx/modules/ngx_nchan_module.so
fi
mkdir -p node classes
cp "$here"/node/* node/
[ node/node_modules/.package-lock.json -nt node/package-lock.json ] \
    || npm ci --prefix node --cache "$PWD/npm" --ignore-scripts --no-audit --no-fund >&2
[ classes/PushServer.class -nt "$here/tomcat/PushServer.java" ] \
    || javac -d classes -cp 'root/usr/share/java/*' "$here/tomcat/PushServer.java" >&2
