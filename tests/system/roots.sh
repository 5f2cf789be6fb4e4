# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: Debian systems in folders, made with debootstrap and entered with chroot. Needs root and Debian's packages.
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
roots=${SCANTILL_ROOTS:-$source/build/roots}

roots_or_skip() {
    [ "$(id -u)" -eq 0 ] || { echo "skipped: needs root"; exit 77; }
    command -v debootstrap >/dev/null || { echo "skipped: needs debootstrap"; exit 77; }
}

# make_root FOLDER SUITE [PACKAGES]: the smallest system and those packages (a,b,c); nothing where it is there already.
make_root() {
    if [ ! -e "$1/var/lib/dpkg/status" ]; then
        rm -rf --one-file-system "$1" "$1.new"
        mkdir -p "${1%/*}"
        debootstrap --variant=minbase --include="${3:-ca-certificates}" "$2" "$1.new" >&2
        printf '#!/bin/sh\nexit 101\n' >"$1.new/usr/sbin/policy-rc.d" # nothing is started in a folder
        chmod 755 "$1.new/usr/sbin/policy-rc.d"
        mv "$1.new" "$1"
    fi
}

# take_apt ROOT SUITE: gets packages from where this machine has its own, of that suite.
take_apt() {
    local file here
    here=$(. /etc/os-release && echo "$VERSION_CODENAME")
    rm -f "$1"/etc/apt/sources.list "$1"/etc/apt/sources.list.d/*
    cp /etc/resolv.conf "$1/etc/resolv.conf"
    for file in /etc/hosts /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources /etc/apt/apt.conf.d/*proxy*; do
        [ ! -f "$file" ] || install -D -m 644 "$file" "$1$file"
    done
    for file in "$1"/etc/apt/sources.list "$1"/etc/apt/sources.list.d/*; do
        [ ! -f "$file" ] || sed -i "s/\b$here\b/$2/g" "$file"
    done
}

# take_npm ROOT: the same for npm's packages, and whom this machine trusts on the way there. ROOT is entered.
take_npm() {
    local file
    for file in /usr/local/share/ca-certificates/*.crt /etc/npmrc; do
        [ ! -f "$file" ] || install -D -m 644 "$file" "$1$file"
    done
    [ ! -f ~/.npmrc ] || install -m 600 ~/.npmrc "$1/root/.npmrc"
    enter "$1" root update-ca-certificates >/dev/null
}

# fresh_root ROOT SUITE: a clean system to be spoilt, copied from one that is kept, with its list of packages read; entered, and with
# a folder for packages of ours.
fresh_root() {
    local kept=$roots/$2
    make_root "$kept" "$2"
    take_apt "$kept" "$2"
    leave_root "$1"
    rm -rf --one-file-system "$1"
    mkdir "$1"
    cp -a "$kept/." "$1/"
    mount_root "$1"
    mkdir "$1/packages"
    enter "$1" root apt-get -q update
}

mount_root() {
    mount -t proc proc "$1/proc"
    mount --bind /dev "$1/dev"
    mount --bind /dev/pts "$1/dev/pts" # a printer's other end
}

leave_root() {
    umount -q --lazy "$1/proc" "$1/dev/pts" "$1/dev" 2>/dev/null || true # busy or not: who clears the folder away must not meet them
}

# enter ROOT USER COMMAND…: nothing of this machine's environment goes along.
enter() {
    local root=$1 user=$2 home=/root
    shift 2
    [ "$user" = root ] || home=/home/$user
    chroot --userspec="$user:$user" "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME="$home" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
