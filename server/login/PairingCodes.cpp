// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PairingCodes.h"

#include "server/crypto/ConstantTime.h"
#include "server/crypto/PrivateFile.h"
#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/domain/Random.h"

#include <QFile>
#include <QJsonDocument>

namespace {

constexpr qsizetype length = 8;
constexpr qint64 maxDropBytes = 1024;

QString shown(const QByteArray &code)
{
    const QString text = QString::fromLatin1(code);
    return text.left(length / 2) + u'-' + text.mid(length / 2);
}

/// As a code is kept. Crockford's base 32 reads o as 0, i and l as 1.
QByteArray normal(const QString &typed)
{
    QByteArray code;
    for (const QChar c : typed.toUpper()) {
        if (c == u'-' || c.isSpace())
            continue;
        code += c == u'O' ? '0' : c == u'I' || c == u'L' ? '1' : c.toLatin1();
    }
    return code;
}

QByteArray fresh(Random &random)
{
    return random.base32(length).toUpper();
}

} // namespace

PairingCode PairingCodes::make(const QString &by)
{
    QFile::remove(m_dropBox); // the newest code is the one that counts
    const std::chrono::milliseconds lifeMs = life;
    m_current = Current{.code = fresh(m_random), .by = by, .endsAtMs = m_clock.steadyMs() + lifeMs.count()};
    return {shown(m_current->code), m_clock.now().addMSecs(lifeMs.count())};
}

Result<QString> PairingCodes::take(const QString &typed)
{
    emptyDropBox();
    const Error wrong{ErrorCode::Forbidden, QStringLiteral("no till is paired with this code")};
    if (!m_current)
        return wrong;
    if (m_clock.steadyMs() >= m_current->endsAtMs) {
        m_current.reset();
        return wrong;
    }
    if (!equalInConstantTime(m_current->code, normal(typed))) {
        if (++m_current->tries >= maxTries)
            m_current.reset();
        return wrong;
    }
    const QString by = m_current->by;
    m_current.reset();
    return by;
}

Result<PairingCode> PairingCodes::leaveIn(const QString &dropBox, const Clock &clock, Random &random)
{
    const std::chrono::milliseconds lifeMs = life;
    const QByteArray code = fresh(random);
    const qint64 endsAtMs = clock.nowMs() + lifeMs.count();
    const QJsonObject note{{"code", QString::fromLatin1(code)}, {"ends_at_ms", endsAtMs}};
    const auto written = PrivateFile::write(dropBox, QJsonDocument(note).toJson(QJsonDocument::Compact) + '\n');
    if (!written)
        return Error{ErrorCode::Configuration, QStringLiteral("the data folder cannot be written")};
    return PairingCode{shown(code), QDateTime::fromMSecsSinceEpoch(endsAtMs, Qt::UTC)};
}

void PairingCodes::emptyDropBox()
{
    if (!QFile::exists(m_dropBox))
        return;
    const auto note = PrivateFile::readSecret(m_dropBox, maxDropBytes, QString::fromLatin1(dropBoxName));
    if (!QFile::remove(m_dropBox) || !note) // what stays would be good twice
        return;
    const auto json = Json::parseObject(*note);
    if (!json)
        return;
    const std::chrono::milliseconds lifeMs = life;
    const auto code = (*json)["code"].toString().toLatin1();
    const qint64 leftMs = (*json)["ends_at_ms"].toInteger() - m_clock.nowMs();
    if (code.size() == length && leftMs > 0)
        m_current = Current{.code = code,
                            .by = QStringLiteral("data-folder"),
                            .endsAtMs = m_clock.steadyMs() + std::min<qint64>(leftMs, lifeMs.count())};
}
