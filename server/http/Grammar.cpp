// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Grammar.h"

#include <algorithm>

namespace {

template <class Test> bool all(QByteArrayView text, Test test)
{
    return std::all_of(text.begin(), text.end(), [test](char c) { return test(uchar(c)); });
}

bool isTokenByte(uchar c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
           || (c != 0 && QByteArrayView("!#$%&'*+-.^_`|~").contains(char(c)));
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && all(text, isTokenByte);
}

bool isTarget(QByteArrayView text)
{
    return (text.startsWith("/") || text.startsWith("http://") || text.startsWith("https://"))
           && all(text, [](uchar c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

bool isFieldValue(QByteArrayView text)
{
    return all(text, [](uchar c) { return c == '\t' || (c >= 0x20 && c != 0x7f); });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && all(text, [](uchar c) { return c >= '0' && c <= '9'; });
}
