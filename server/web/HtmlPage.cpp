// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/HtmlPage.h"

#include <QCryptographicHash>
#include <QFile>

namespace {

QString resource(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the page %s is missing", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

QByteArray hashOf(const QString &text)
{
    return "'sha256-" + QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64() + "'";
}

/// In one pass: what a person wrote is never read as a pattern.
template <class ValueOf> QString filled(const QString &pattern, ValueOf valueOf)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype open = pattern.indexOf(QLatin1String("{{")); open >= 0;
         open = pattern.indexOf(QLatin1String("{{"), at)) {
        const qsizetype end = pattern.indexOf(QLatin1String("}}"), open);
        text += QStringView(pattern).sliced(at, open - at);
        text += valueOf(pattern.sliced(open + 2, end - open - 2));
        at = end + 2;
    }
    return text + pattern.mid(at);
}

} // namespace

HtmlPage::HtmlPage(const QString &pattern, const QString &style, const QString &script)
    : m_pattern(resource(pattern)), m_style(resource(style)), m_script(script.isEmpty() ? QString() : resource(script)),
      m_policy("default-src 'none'; style-src " + hashOf(m_style)
               + (script.isEmpty() ? QByteArray() : "; script-src " + hashOf(m_script) + "; connect-src 'self'")
               + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
{
}

HttpReply HtmlPage::reply(int status, const Values &texts, const Values &markup) const
{
    const auto valueOf = [&](const QString &name) {
        if (name == QLatin1String("style"))
            return m_style;
        if (name == QLatin1String("script"))
            return m_script;
        const auto ours = markup.constFind(name);
        return ours == markup.cend() ? texts.value(name).toHtmlEscaped() : *ours;
    };
    HttpReply reply = HttpReply::text(status, "text/html; charset=utf-8", filled(m_pattern, valueOf).toUtf8());
    reply.headers.set("Content-Security-Policy", m_policy);
    // The pages themselves soften it to "same-origin": a form under "no-referrer" is sent with "Origin: null", which
    // the guard refuses.
    reply.headers.set("Referrer-Policy", "no-referrer");
    reply.headers.set("Cache-Control", "no-store");
    reply.headers.set("X-Content-Type-Options", "nosniff");
    reply.headers.set("Vary", "Accept-Language, Cookie");
    return reply;
}
