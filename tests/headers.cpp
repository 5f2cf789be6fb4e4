// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once with what nearly every test includes of Qt and the library: parsing that took half of their build.
// The product is compiled without it, so that a header that lacks an include is found.
