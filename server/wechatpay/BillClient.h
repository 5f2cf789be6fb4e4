// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/BillFile.h"
#include "server/wechatpay/Gateway.h"

#include <QDate>

class ApiClient;

/// Fetches the bills of one day (reference 6): asks where the bill is, and downloads it at once. A bill that was there
/// a moment ago and is refused is asked for once more, because nobody says how long its address lives.
/// Errors as PaymentProvider has them: ProviderUnavailable while it is still being made (or nothing came: asking again
/// does no harm), Unverified when its address is not the provider's. A day without trade is an empty bill.
class BillClient final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxAsks = 2;
    static constexpr std::chrono::milliseconds downloadTimeout{30'000};
    static constexpr qsizetype maxUrlLength = 2048; ///< reference 6.1

    /// All must outlive the client.
    BillClient(const MerchantProfile &profile, ApiClient &api, Gateway &gateway, const Clock &clock,
               QObject *parent = nullptr);

    /// Every payment and refund of that day.
    QFuture<Result<PackedBill>> trade(const QDate &day);
    /// What went in and out of the basic account that day.
    QFuture<Result<PackedBill>> fundFlow(const QDate &day);

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    QFuture<Result<PackedBill>> fetch(const QByteArray &path, const QByteArray &kind, const QDate &day);
    void ask(const JobPtr &job);
    void download(const JobPtr &job, const QByteArray &reply);
    void take(const JobPtr &job, const QByteArray &sha1, const Result<HttpAnswer> &answer);
    bool isAllowed(const QUrl &address) const;

    QUrl m_apiBase;
    ApiClient &m_api;
    Gateway &m_gateway;
    const Clock &m_clock;
};
