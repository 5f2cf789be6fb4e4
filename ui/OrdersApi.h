// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

#include <QNetworkAccessManager>
#include <QUrl>

class QNetworkReply;

/// The JSON API's orders (api.md, "Orders") for one terminal. The token goes into a header and nowhere else.
class OrdersApi final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxAnswerBytes = 1024LL * 1024;
    static constexpr int timeoutMs = 6'000; ///< the server answers a new order after 3 s at the latest

    OrdersApi(const QUrl &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Errors: Unknown when no whole answer came, ProviderUnavailable when the server cannot be reached, and what the
    /// answer's status says; the message begins with the server's code.
    QFuture<Result<Order>> place(const OutTradeNo &number, const QString &sale, Money amount,
                                 const QString &description);
    QFuture<Result<Order>> order(const OutTradeNo &number);
    QFuture<Result<Order>> query(const OutTradeNo &number);
    /// An order that is paid comes as such, not as an error.
    QFuture<Result<Order>> close(const OutTradeNo &number);
    QFuture<Result<void>> mockPay(const OutTradeNo &number);
    /// How many payments wait for a person's decision (api.md, "cases").
    QFuture<Result<int>> openCases();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
    };
    QFuture<Result<Answer>> send(const QByteArray &method, const QUrl &url, const QJsonObject &body);
    QUrl orderUrl(const OutTradeNo &number, const QString &action = {}) const;
    static Result<Answer> answerOf(QNetworkReply &reply);
    static Result<Order> orderOf(const Result<Answer> &answer);

    QUrl m_server;
    QByteArray m_authorization;
    QNetworkAccessManager m_manager;
};
