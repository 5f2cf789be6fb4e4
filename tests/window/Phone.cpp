// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/Phone.h"

#include "tests/support/Await.h"

#include <QRegularExpression>

namespace {

QString firstMatch(const char *pattern, const QString &text)
{
    return QRegularExpression(QLatin1String(pattern)).match(text).captured(1);
}

} // namespace

bool Phone::open(const QString &codeUrl)
{
    m_page = QUrl(codeUrl, QUrl::StrictMode);
    return m_page.isValid() && visit({.method = "GET", .url = m_page, .headers = {{"Accept-Language", "zh-CN"}}});
}

bool Phone::pay()
{
    const QString target = firstMatch("<form method=\"post\" action=\"([^\"]+)\"", m_body);
    const QString csrf = firstMatch("name=\"csrf\" value=\"([^\"]+)\"", m_body);
    if (target.isEmpty() || csrf.isEmpty() || !m_body.contains(QLatin1String("name=\"action\" value=\"pay\"")))
        return false;
    const QByteArray form = "csrf=" + csrf.toLatin1() + "&action=pay";
    return visit({.method = "POST",
                  .url = m_page.resolved(QUrl(target)),
                  .headers = {{"Accept-Language", "zh-CN"},
                              {"Content-Type", "application/x-www-form-urlencoded"},
                              {"Cookie", m_cookie}},
                  .body = form})
           && m_body.contains(QStringLiteral("练习付款成功"));
}

bool Phone::visit(const HttpCall &call)
{
    const auto answer = await(m_network.send(call));
    if (!answer || answer->status != 200)
        return false;
    if (const QByteArray cookie = answer->headers.value("Set-Cookie"); !cookie.isEmpty())
        m_cookie = cookie.left(cookie.indexOf(';'));
    m_body = QString::fromUtf8(answer->body);
    return true;
}
