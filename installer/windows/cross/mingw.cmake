# SPDX-License-Identifier: GPL-3.0-or-later
# Windows x64 from Debian: the compilers whose threads are POSIX's (std::thread and std::mutex need them), and what toolchain.sh has built.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(SCANTILL_WINDOWS_ROOT ${CMAKE_CURRENT_LIST_DIR}/../../../build/windows/root CACHE PATH "What toolchain.sh has built")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SCANTILL_WINDOWS_ROOT)
set(CMAKE_FIND_ROOT_PATH ${SCANTILL_WINDOWS_ROOT} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} ${SCANTILL_WINDOWS_ROOT}/lib/pkgconfig) # never the host's
