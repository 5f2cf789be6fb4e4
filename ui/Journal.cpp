// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Journal.h"

#include "server/domain/Json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

constexpr QLatin1String sumMember("sum");

Error storeFailure(const QString &why)
{
    return {ErrorCode::StoreFailure, QStringLiteral("the till's journal: %1").arg(why)};
}

QString checksum(const QJsonObject &mark)
{
    const QByteArray bytes = QJsonDocument(mark).toJson(QJsonDocument::Compact); // members come sorted
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(8).toHex());
}

QByteArray lineOf(QJsonObject mark)
{
    mark[sumMember] = checksum(mark);
    return QJsonDocument(mark).toJson(QJsonDocument::Compact) + '\n';
}

/// The mark of a line, or an empty object for one that cannot be trusted.
QJsonObject markOf(const QByteArray &line)
{
    QJsonObject mark = QJsonDocument::fromJson(line).object();
    const QString sum = mark.take(sumMember).toString();
    return !mark.isEmpty() && sum == checksum(mark) ? mark : QJsonObject();
}

QJsonObject markOf(const JournalAttempt &attempt)
{
    return {{"mark", "attempt"},
            {"out_trade_no", attempt.outTradeNo.text()},
            {"sale", attempt.sale},
            {"amount", attempt.amount.fen()},
            {"at", attempt.at.toUTC().toString(Qt::ISODateWithMs)}};
}

QJsonObject markOf(const JournalRefund &refund)
{
    return {{"mark", "refund"},
            {"out_refund_no", refund.outRefundNo.text()},
            {"out_trade_no", refund.outTradeNo.text()},
            {"amount", refund.amount.fen()},
            {"reason", refund.reason},
            {"at", refund.at.toUTC().toString(Qt::ISODateWithMs)}};
}

QJsonObject markOf(const char *mark, const QString &number)
{
    return {{"mark", QLatin1String(mark)}, {"out_trade_no", number}};
}

bool reachedDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// A new file survives a power cut only when its folder's entry is on the disk too.
void syncFolderOf(const QString &path)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#else
    Q_UNUSED(path);
#endif
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString &path)
{
    std::unique_ptr<Journal> journal(new Journal(path));
    if (const auto loaded = journal->load(); !loaded)
        return loaded.error();
    if (journal->m_file.size() > compactAboveBytes) {
        if (const auto compacted = journal->compact(); !compacted)
            return compacted.error();
    }
    return journal;
}

Result<void> Journal::load()
{
    if (QFileInfo(m_file).size() > maxBytes)
        return storeFailure(QStringLiteral("the file is too large to be one"));
    const bool isNew = !m_file.exists();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return storeFailure(m_file.errorString());
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (isNew)
        syncFolderOf(m_file.fileName());
    if (!m_file.seek(0))
        return storeFailure(m_file.errorString());
    const QByteArray bytes = m_file.readAll();
    m_tornTail = !bytes.isEmpty() && !bytes.endsWith('\n');
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject mark = markOf(line);
        if (mark.isEmpty())
            ++m_ignoredLines;
        else
            apply(mark);
    }
    return {};
}

Result<void> Journal::compact()
{
    QSaveFile fresh(m_file.fileName());
    if (!fresh.open(QIODevice::WriteOnly))
        return storeFailure(fresh.errorString());
    fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &number :
         m_announcedOrder.mid(std::max<qsizetype>(0, m_announcedOrder.size() - keptAnnouncements)))
        fresh.write(lineOf(markOf("announced", number)));
    for (const JournalAttempt &attempt : m_open) {
        fresh.write(lineOf(markOf(attempt)));
        if (attempt.parked)
            fresh.write(lineOf(markOf("parked", attempt.outTradeNo.text())));
    }
    for (const JournalRefund &refund : m_openRefunds)
        fresh.write(lineOf(markOf(refund)));
    m_file.close();
    if (!fresh.commit()) // the old file stays as it was
        return storeFailure(fresh.errorString());
    syncFolderOf(m_file.fileName());
    m_tornTail = false;
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return storeFailure(m_file.errorString());
    return {};
}

Result<void> Journal::attempt(const JournalAttempt &attempt)
{
    if (m_open.size() >= maxOpenAttempts)
        return storeFailure(QStringLiteral("too many attempts whose end is not known"));
    return append(markOf(attempt));
}

Result<void> Journal::parked(const OutTradeNo &number)
{
    return append(markOf("parked", number.text()));
}

Result<void> Journal::ended(const OutTradeNo &number, const QString &how)
{
    QJsonObject mark = markOf("ended", number.text());
    mark["how"] = how;
    return append(mark);
}

Result<void> Journal::announced(const OutTradeNo &number)
{
    return append(markOf("announced", number.text()));
}

Result<void> Journal::refund(const JournalRefund &refund)
{
    if (m_openRefunds.size() >= maxOpenRefunds)
        return storeFailure(QStringLiteral("too many refunds whose end is not known"));
    return append(markOf(refund));
}

Result<void> Journal::refundEnded(const OutRefundNo &number, const QString &how)
{
    return append({{"mark", "refund_ended"}, {"out_refund_no", number.text()}, {"how", how}});
}

Result<void> Journal::append(const QJsonObject &mark)
{
    QByteArray line = lineOf(mark);
    if (m_tornTail)
        line.prepend('\n');
    const qint64 written = m_file.write(line);
    if (written != line.size()) {
        m_tornTail = m_tornTail || written != 0; // even a part that could not be counted may be there
        return storeFailure(m_file.errorString());
    }
    m_tornTail = false;
    if (!reachedDisk(m_file))
        return storeFailure(QStringLiteral("it did not reach the disk"));
    apply(mark);
    return {};
}

void Journal::apply(const QJsonObject &mark)
{
    if (mark.contains(QLatin1String("out_refund_no")))
        return applyRefund(mark);
    const auto number = OutTradeNo::parse(mark["out_trade_no"].toString());
    if (!number)
        return;
    const QString kind = mark["mark"].toString();
    const auto open = std::find_if(m_open.begin(), m_open.end(),
                                   [&number](const auto &attempt) { return attempt.outTradeNo == *number; });
    if (kind == QLatin1String("attempt")) {
        const auto amount = Json::toMoney(mark["amount"]);
        if (amount && open == m_open.end())
            m_open.append({*number, mark["sale"].toString(), *amount,
                           QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs)});
    } else if (kind == QLatin1String("parked")) {
        if (open != m_open.end())
            open->parked = true;
    } else if (kind == QLatin1String("ended")) {
        if (open != m_open.end())
            m_open.erase(open);
    } else if (kind == QLatin1String("announced")) {
        rememberAnnounced(number->text());
    }
}

void Journal::applyRefund(const QJsonObject &mark)
{
    const auto number = OutRefundNo::parse(mark["out_refund_no"].toString());
    if (!number)
        return;
    const auto open = std::find_if(m_openRefunds.begin(), m_openRefunds.end(),
                                   [&number](const auto &refund) { return refund.outRefundNo == *number; });
    const bool isOpen = open != m_openRefunds.end();
    if (mark["mark"].toString() == QLatin1String("refund_ended")) {
        if (isOpen)
            m_openRefunds.erase(open);
        return;
    }
    const auto order = OutTradeNo::parse(mark["out_trade_no"].toString());
    const auto amount = Json::toMoney(mark["amount"]);
    if (mark["mark"].toString() == QLatin1String("refund") && order && amount && !isOpen)
        m_openRefunds.append({*number, *order, *amount, mark["reason"].toString(),
                              QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs)});
}

void Journal::rememberAnnounced(const QString &number)
{
    if (m_announced.contains(number))
        return;
    m_announced.insert(number);
    m_announcedOrder.append(number);
    if (m_announcedOrder.size() > 2 * keptAnnouncements)
        m_announced.remove(m_announcedOrder.takeFirst());
}
