// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Gb18030.h"

#include <QStringDecoder>

/// Qt has it from ICU. As a whole: a decoder that waits for more would swallow half a character at the end.
std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    QStringDecoder decoder("GB18030", QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}
