// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogLine.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace {

const QString secretMark = QStringLiteral("[secret]");

bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(QStringLiteral("(token|secret|password|api_v3_key|authorization|^pin)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

bool movesTheCursor(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
           || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

/// Such characters as \uXXXX; the same in JSON's strings and for a reader's eyes.
QString escaped(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (movesTheCursor(c))
            clean += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            clean += c;
    }
    return clean;
}

QJsonObject cleanFields(const QJsonObject &fields)
{
    QJsonObject clean;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonValue value = field.value();
        if (isSecretName(field.key()))
            clean[field.key()] = secretMark;
        else
            clean[field.key()] = value.isString() ? LogLine::withoutSecrets(value.toString()) : value;
    }
    return clean;
}

QString shortened(QString message)
{
    message.truncate(message.size() * 3 / 4);
    if (message.endsWith(QChar(0x2026)))
        message.chop(1);
    while (!message.isEmpty() && message.back().isHighSurrogate())
        message.chop(1);
    return message + QChar(0x2026);
}

/// The longest that fits; the fields go before the message is cut to nothing.
template <class Format> QByteArray fitting(QString message, QJsonObject fields, const Format &format)
{
    QByteArray line = format(message, fields);
    while (line.size() > LogLine::maxBytes) {
        if (message.size() > 64)
            message = shortened(message);
        else if (!fields.isEmpty())
            fields = {};
        else
            return {};
        line = format(message, fields);
    }
    return line;
}

QString fieldText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

QString LogLine::withoutSecrets(QString text)
{
    struct Pattern
    {
        QRegularExpression looks;
        QString instead;
    };
    static const auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const QString names = QStringLiteral("\\w*(?:token|secret|password)|api_v3_key|authorization|pin");
    static const QList<Pattern> patterns{
        {QRegularExpression(QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*-----|\\z)"),
                            QRegularExpression::DotMatchesEverythingOption),
         secretMark},
        {QRegularExpression(QStringLiteral("\\b(Bearer|Basic|WECHATPAY2-\\S+)\\s+\\S+"), anyCase),
         QStringLiteral("\\1 ") + secretMark},
        {QRegularExpression(QStringLiteral("\\b(%1)=[^\\s&\"']+").arg(names), anyCase),
         QStringLiteral("\\1=") + secretMark},
        {QRegularExpression(QStringLiteral("\"(%1)\"\\s*:\\s*\"[^\"]*\"?").arg(names), anyCase),
         QStringLiteral("\"\\1\":\"%1\"").arg(secretMark)},
    };
    for (const auto &[looks, instead] : patterns)
        text.replace(looks, instead);
    return text;
}

QByteArray LogLine::json() const
{
    return fitting(withoutSecrets(message), cleanFields(fields), [this](const QString &text, const QJsonObject &more) {
        QJsonObject line{{QLatin1String("ts"), at.toUTC().toString(Qt::ISODateWithMs)},
                         {QLatin1String("level"), QLatin1String(level)},
                         {QLatin1String("category"), category},
                         {QLatin1String("message"), text}};
        if (!more.isEmpty())
            line[QLatin1String("fields")] = more;
        const auto bytes = QJsonDocument(line).toJson(QJsonDocument::Compact);
        return escaped(QString::fromUtf8(bytes)).toUtf8() + '\n';
    });
}

QByteArray LogLine::text() const
{
    return fitting(withoutSecrets(message), cleanFields(fields), [this](QString words, const QJsonObject &more) {
        for (auto field = more.begin(); field != more.end(); ++field)
            words += QStringLiteral(" %1=%2").arg(field.key(), fieldText(field.value()));
        words.replace(u'\n', u' ');
        const auto line = QStringLiteral("%1 %2 %3: %4")
                              .arg(at.toUTC().toString(Qt::ISODateWithMs), QLatin1String(level), category, words);
        return escaped(line).toUtf8() + '\n';
    });
}
