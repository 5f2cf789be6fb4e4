#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# toolchain.sh INTO: what a cross-build for Windows x64 links, from Debian's sources into INTO/root: zlib, SQLite, OpenSSL,
# qr-code-generator and Qt's base. About 40 minutes of two cores; what is there already, and of the same recipe, is left as it is.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
into=$(cd "$1" && pwd)
root=$into/root
work=$into/work
jobs=${JOBS:-2}
host=x86_64-w64-mingw32

# Named by version, for the mirror does not keep every source of a package; of one that is gone, the newest is taken and said.
sources=(zlib=1:1.2.13.dfsg-1 sqlite3=3.40.1-2+deb12u2 openssl=3.0.20-1~deb12u2 qr-code-generator=1.8.0-1.1 qt6-base=6.4.2+dfsg-10)

recipe=$(cat "${BASH_SOURCE[0]}" "$here/mingw.cmake" | sha256sum | cut -d' ' -f1)
if [ "$(cat "$root/recipe" 2>/dev/null)" = "$recipe" ]; then
    exit 0
fi

apt() { # apt-get or apt-cache with the sources' list beside the machine's own, which stays as it is
    "$1" -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/apt/parts" -o Dir::State::Lists="$work/apt/lists" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root "${@:2}"
}

list_sources() {
    mkdir -p "$work/apt/parts" "$work/apt/lists/partial"
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian*; do
        [ -f "$file" ] || continue
        sed -E 's/^Types:.*/Types: deb-src/; s/^deb /deb-src /' "$file" >"$work/apt/parts/${file##*/}"
    done
    apt apt-get update >/dev/null
}

fetch() { # NAME=VERSION, into work/NAME
    local name=${1%%=*} version=${1#*=} wanted=$1 known
    [ ! -d "$work/$name" ] || return 0
    known=$(apt apt-cache showsrc --only-source "$name")
    if ! grep -qxF "Version: $version" <<<"$known"; then
        echo "toolchain: $name $version is not to be had, taking the newest" >&2
        wanted=$name
    fi
    rm -rf "$work/fetch" && mkdir -p "$work/fetch"
    (cd "$work/fetch" && if [ "$name" = qr-code-generator ]; then # two files, which Debian leaves as they are
        apt apt-get source --only-source --tar-only "$wanted" && tar -xf ./*.tar.* && rm ./*.tar.*
    else
        apt apt-get source --only-source "$wanted"
    fi) >"$into/fetch.log" 2>&1 || { tail -n 20 "$into/fetch.log" >&2; echo "toolchain: no source of $name" >&2; exit 1; }
    mv "$work/fetch"/*/ "$work/$name"
    echo "$wanted" >>"$root/sources"
    keep_licence "$name"
}

keep_licence() { # what an installer must carry along
    mkdir -p "$root/licences"
    if [ -f "$work/$1/debian/copyright" ]; then
        cp "$work/$1/debian/copyright" "$root/licences/$1.txt"
    else # in the head of its only source
        sed '/\*\//q' "$work/$1/cpp/qrcodegen.cpp" >"$root/licences/$1.txt"
    fi
}

make_zlib() { # Debian's source is without zlib's own makefile for Windows
    cd "$work/zlib"
    $host-gcc-posix -O2 -c ./*.c
    mkdir -p "$root/lib" "$root/include"
    $host-gcc-ar rcs "$root/lib/libz.a" ./*.o
    install -m 644 -t "$root/include" zlib.h zconf.h
}

make_sqlite() { # its one big source file needs Tcl to be made
    (cd "$work/sqlite3" && ./configure --disable-tcl && make sqlite3.c && $host-gcc-posix -O2 -c -DSQLITE_THREADSAFE=1 \
        -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -DSQLITE_DQS=0 -DSQLITE_OMIT_LOAD_EXTENSION sqlite3.c)
    $host-gcc-ar rcs "$root/lib/libsqlite3.a" "$work/sqlite3/sqlite3.o"
    install -m 644 -t "$root/include" "$work/sqlite3/sqlite3.h"
}

make_qrcodegen() {
    local from=$work/qr-code-generator/cpp
    $host-g++-posix -std=c++11 -O2 -c "$from/qrcodegen.cpp" -o "$work/qrcodegen.o"
    $host-gcc-ar rcs "$root/lib/libqrcodegencpp.a" "$work/qrcodegen.o"
    install -D -m 644 -t "$root/include/qrcodegen" "$from/qrcodegen.hpp"
    mkdir -p "$root/lib/pkgconfig"
    printf '%s\n' "prefix=$root" 'Name: qrcodegencpp' 'Description: QR Code generator' 'Version: 1.8.0' \
        'Cflags: -I${prefix}/include/qrcodegen' 'Libs: -L${prefix}/lib -lqrcodegencpp' >"$root/lib/pkgconfig/qrcodegencpp.pc"
}

make_openssl() { # shared: Qt looks for it when it runs, and there shall be one of it
    mkdir -p "$work/openssl-build" && cd "$work/openssl-build"
    perl "$work/openssl/Configure" mingw64 --cross-compile-prefix=$host- --prefix="$root" --libdir=lib shared no-tests
    make -j"$jobs" build_libs
    make install_dev
}

make_qt() { # what the till and its tests use, and no more; OpenSSL is the one way to TLS, so no other speaks where it is missing
    local features=() name
    for name in sql xml concurrent printsupport vulkan direct2d tuiotouch tabletevent icu glib zstd pkg_config schannel \
        system_zlib system_pcre2 system_png system_jpeg system_freetype system_harfbuzz system_doubleconversion; do
        features+=("-DFEATURE_$name=OFF")
    done
    # Its platform plugin asks for DirectWrite's fonts, which Gui has only together with Direct2D.
    sed -i 's/^#if QT_CONFIG(directwrite3)$/#if QT_CONFIG(directwrite3) \&\& QT_CONFIG(direct2d)/' \
        "$work/qt6-base/src/plugins/platforms/windows/qwindowsintegration.cpp"
    # -O1: for tests; nothing of it is handed on yet
    cmake -G Ninja -S "$work/qt6-base" -B "$work/qt-build" -DCMAKE_TOOLCHAIN_FILE="$here/mingw.cmake" \
        -DSCANTILL_WINDOWS_ROOT="$root" -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=ON -DCMAKE_INSTALL_PREFIX="$root" \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_FLAGS=-fpch-preprocess \
        -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" -DCMAKE_C_FLAGS_RELEASE="-O1 -DNDEBUG" \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
        -DINPUT_dbus=no -DINPUT_opengl=no "${features[@]}" -DINPUT_openssl=runtime -DOPENSSL_INCLUDE_DIR="$root/include" \
        -DOPENSSL_CRYPTO_LIBRARY="$root/lib/libcrypto.dll.a" -DOPENSSL_SSL_LIBRARY="$root/lib/libssl.dll.a"
    CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros cmake --build "$work/qt-build" --parallel "$jobs"
    cmake --install "$work/qt-build"
}

step() { # NAME: says how long it took, keeps its output, and shows the end of it if it fails
    [ ! -f "$work/$1.done" ] || return 0
    local start=$SECONDS
    (set -e; "make_$1") >"$into/$1.log" 2>&1 &
    wait $! || { tail -n 40 "$into/$1.log" >&2; echo "toolchain: $1 failed, see $into/$1.log" >&2; exit 1; }
    echo "toolchain: $1 built in $((SECONDS - start)) s" >&2
    touch "$work/$1.done"
}

# A run that was broken off is gone on with; another recipe begins anew.
if [ "$(cat "$work/recipe" 2>/dev/null)" != "$recipe" ]; then
    rm -rf "$root" "$work" && mkdir -p "$root" "$work"
    list_sources
    echo "$recipe" >"$work/recipe"
fi
for source in "${sources[@]}"; do
    fetch "$source"
done
for part in zlib sqlite qrcodegen openssl qt; do
    step $part
done
cp /usr/share/doc/g++-mingw-w64-x86-64-posix/copyright "$root/licences/gcc.txt" # libgcc, libstdc++
cp /usr/share/doc/mingw-w64-x86-64-dev/copyright "$root/licences/mingw-w64.txt" # libwinpthread
echo "$recipe" >"$root/recipe"
rm -rf "$work"
