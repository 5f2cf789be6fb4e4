// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What every fuzzer here has in common. Each file fuzz_NAME.cpp is one program; its seeds are in
/// tests/data/fuzz/NAME, one input a file.
namespace Fuzz {

/// One input, taken apart from its front. What is not there reads as nothing.
class Input
{
public:
    explicit Input(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    int byte(); ///< 0 to 255
    QByteArray line(); ///< up to the next LF, which is passed over
    QByteArray rest();
    bool isAtEnd() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

/// A property that must hold for every input; ends the program, which keeps the input, when it does not.
void require(bool holds, const char *what);

} // namespace Fuzz

/// Each fuzzer's own.
void fuzzOne(Fuzz::Input input);
