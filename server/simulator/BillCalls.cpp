// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BillCalls.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/FundFlowBill.h"
#include "server/simulator/Gzip.h"
#include "server/simulator/SimulatorClock.h"
#include "server/simulator/SimulatorKeys.h"
#include "server/simulator/SimulatorSwitches.h"
#include "server/simulator/TradeBill.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace {

QString given(const HttpRequest &request, const char *name)
{
    return request.query.queryItemValue(QLatin1String(name));
}

GatewayReply badParameter(const char *name, const QString &value, const QString &issue)
{
    return GatewayReply::badField(QLatin1String(name), value, issue, QStringLiteral("query"));
}

GatewayReply noStatement(const char *code, const QString &message)
{
    return GatewayReply::refusal(400, QLatin1String(code), message, InternalNumber::trouble);
}

QDate dayFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\d{4}-\\d{2}-\\d{2}\\z"));
    return form.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
}

std::optional<TradeBill::Kind> kindFrom(const QString &text)
{
    if (text.isEmpty() || text == QLatin1String("ALL"))
        return TradeBill::Kind::All;
    if (text == QLatin1String("SUCCESS"))
        return TradeBill::Kind::Success;
    return text == QLatin1String("REFUND") ? std::optional(TradeBill::Kind::Refund) : std::nullopt;
}

/// Where the client reached us, so that it reaches us there again.
QString baseFor(const HttpRequest &request)
{
    const QByteArray host = request.headers.value("Host");
    return host.isEmpty() ? QStringLiteral("https://api.mch.weixin.qq.com")
                          : QStringLiteral("http://") + QString::fromLatin1(host);
}

} // namespace

GatewayReply BillCalls::tradeBill(const HttpRequest &request)
{
    std::optional<BillDay> day;
    if (const auto refusal = refusalFor(request, day))
        return *refusal;
    const QString type = given(request, "bill_type");
    const auto kind = kindFrom(type);
    if (!kind)
        return badParameter("bill_type", type, QStringLiteral("ALL, SUCCESS or REFUND"));
    return offered(request, TradeBill(m_books, m_keys.mchid(), *kind).fileOf(*day));
}

GatewayReply BillCalls::fundFlowBill(const HttpRequest &request)
{
    std::optional<BillDay> day;
    if (const auto refusal = refusalFor(request, day))
        return *refusal;
    const QString account = given(request, "account_type");
    const bool basic = account.isEmpty() || account == QLatin1String("BASIC");
    if (!basic && account != QLatin1String("OPERATION") && account != QLatin1String("FEES"))
        return badParameter("account_type", account, QStringLiteral("BASIC, OPERATION or FEES"));
    // All of the practice shop's money is on its basic account.
    return offered(request, basic ? FundFlowBill(m_books, m_keys.mchid()).fileOf(*day) : QByteArray());
}

std::optional<GatewayReply> BillCalls::refusalFor(const HttpRequest &request, std::optional<BillDay> &day) const
{
    const QString text = given(request, "bill_date");
    const QDate date = dayFrom(text);
    const QDate today = m_clock.now().toOffsetFromUtc(SimulatorClock::chinaOffsetS).date();
    if (!date.isValid())
        return badParameter("bill_date", text, QStringLiteral("the value must look like 2026-01-01"));
    if (date >= today || date < today.addMonths(-3))
        return badParameter("bill_date", text, QStringLiteral("a day of the last three months, not today"));
    const QString packing = given(request, "tar_type");
    if (!packing.isEmpty() && packing != QLatin1String("GZIP"))
        return badParameter("tar_type", packing, QStringLiteral("only GZIP"));
    day = BillDay(date);
    if (m_clock.now() < day->askAfter)
        return noStatement("STATEMENT_CREATING", QStringLiteral("账单生成中"));
    return {};
}

GatewayReply BillCalls::offered(const HttpRequest &request, const QByteArray &plain)
{
    if (plain.isEmpty())
        return noStatement("NO_STATEMENT_EXIST", QStringLiteral("账单文件不存在"));
    const bool gzip = given(request, "tar_type") == QLatin1String("GZIP");
    const QString token = QString::fromLatin1(m_random.text(32, QByteArrayView(Random::lettersAndDigits)));
    const QByteArray hashed = m_switches.billHashWithBom ? plain : plain.mid(qsizetype(qstrlen(BillSheet::bom)));
    m_files.push_back({token, m_clock.now().addSecs(m_switches.billUrlLifeS), gzip ? gzipped(plain) : plain, gzip});
    if (qsizetype(m_files.size()) > maxFiles)
        m_files.pop_front();
    const QString url = baseFor(request) + QStringLiteral("/v3/billdownload/file?token=") + token
                        + (gzip ? QStringLiteral("&tartype=gzip") : QString());
    const QByteArray hash = QCryptographicHash::hash(hashed, QCryptographicHash::Sha1).toHex();
    return GatewayReply::ok({{"hash_type", "SHA1"}, {"hash_value", QString::fromLatin1(hash)}, {"download_url", url}});
}

GatewayReply BillCalls::file(const HttpRequest &request) const
{
    const QString token = given(request, "token");
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [&](const File &file) { return file.token == token; });
    if (found == m_files.end() || m_clock.now() >= found->until)
        return GatewayReply::refusal(400, QStringLiteral("INVALID_REQUEST"), QStringLiteral("下载地址已失效"),
                                     InternalNumber::badParameter);
    GatewayReply reply{.status = 200, .body = found->bytes};
    reply.contentType = found->gzip ? "application/x-gzip" : "text/plain; charset=utf-8";
    reply.isSigned = false;
    return reply;
}
