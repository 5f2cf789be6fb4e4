// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/NetworkTransport.h"
#include "tests/support/Await.h"

#include <QRegularExpression>
#include <QTest>

/// A phone with a browser without scripts: it keeps a cookie, reads a page, and sends the page's forms.
class Handset
{
public:
    HttpAnswer open(const QString &url)
    {
        m_url = url;
        HttpHeaders headers{{"Accept-Language", language}, {"Connection", "close"}};
        if (!cookie.isEmpty())
            headers.add("Cookie", "other=1; " + cookie);
        page = sent({.method = "GET", .url = QUrl(url), .headers = headers, .body = {}});
        if (const QByteArray set = page.headers.value("Set-Cookie"); !set.isEmpty())
            cookie = set.left(set.indexOf(';'));
        csrf = found("name=\"csrf\" value=\"([0-9a-f]{64})\"").toLatin1();
        return page;
    }
    /// Sends the form of the page it looks at, and follows where that leads.
    HttpAnswer press(const QByteArray &action, const QByteArray &fields = {})
    {
        const auto answer = post(action, fields);
        if (answer.status != 303)
            return page = answer;
        return open(QUrl(m_url).resolved(QUrl(QString::fromLatin1(answer.headers.value("Location")))).toString());
    }
    /// The same without following.
    HttpAnswer post(const QByteArray &action, const QByteArray &fields = {})
    {
        QUrl url(m_url);
        url.setPath(url.path() + '/' + QString::fromLatin1(action));
        HttpHeaders headers{{"Accept-Language", language},
                            {"Connection", "close"},
                            {"Content-Type", "application/x-www-form-urlencoded"}};
        if (!cookie.isEmpty())
            headers.add("Cookie", cookie);
        const QByteArray body = "csrf=" + csrf + (fields.isEmpty() ? "" : "&" + fields);
        return sent({.method = "POST", .url = url, .headers = headers, .body = body});
    }

    QString text() const { return QString::fromUtf8(page.body); }
    QString state() const { return found("data-state=\"([a-z]+)\""); }
    QString result() const { return found("data-result=\"([a-z_]+)\""); }
    QStringList numbers() const
    {
        static const QRegularExpression button("name=\"number\" value=\"(\\d+)\">(\\d+)<");
        QStringList numbers;
        for (const auto &match : button.globalMatch(text()))
            numbers << match.captured(1);
        return numbers;
    }
    QByteArray wrongNumber(int right) const
    {
        const auto all = numbers();
        return "number=" + (all.value(0).toInt() == right ? all.value(1) : all.value(0)).toLatin1();
    }

    QByteArray cookie;
    QByteArray csrf;
    QByteArray language = "zh-CN";
    HttpAnswer page;

private:
    HttpAnswer sent(const HttpCall &call)
    {
        const auto answer = await(m_transport.send(call));
        return answer ? *answer : HttpAnswer{};
    }
    QString found(const char *pattern) const
    {
        return QRegularExpression(QString::fromLatin1(pattern)).match(text()).captured(1);
    }

    NetworkTransport m_transport;
    QString m_url;
};
