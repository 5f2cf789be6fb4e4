// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/ApiText.h"

#include <QJsonArray>
#include <QJsonDocument>

QByteArray ApiText::quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QString ApiText::speakable(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (!c.isSurrogate() && c.category() != QChar::Other_Control)
            kept.append(c);
    }
    return kept;
}

QString ApiText::cutToBytes(const QString &text, qsizetype bytes)
{
    qsizetype used = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        used += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        if (used > bytes)
            return text.left(i);
    }
    return text;
}

Error ApiText::notTheAnswer()
{
    return {ErrorCode::Unknown, QStringLiteral("the provider's reply does not fit the question")};
}
