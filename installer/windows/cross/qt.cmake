# SPDX-License-Identifier: GPL-3.0-or-later
# For what is built with the Qt of toolchain.sh: Debian's own moc, rcc and lrelease, and the libraries for Windows.
set(QT_CHAINLOAD_TOOLCHAIN_FILE ${CMAKE_CURRENT_LIST_DIR}/mingw.cmake)
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
include(${CMAKE_CURRENT_LIST_DIR}/../../../build/windows/root/lib/cmake/Qt6/qt.toolchain.cmake)
