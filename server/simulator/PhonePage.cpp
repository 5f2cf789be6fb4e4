// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/PhonePage.h"

#include "server/crypto/ConstantTime.h"
#include "server/domain/Random.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/Books.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace {

constexpr qsizetype longAmount = 8; // characters of "1,234.56" and more need smaller ones on 320 pixels

QString amountClass(const QString &amount)
{
    return amount.size() >= longAmount ? QStringLiteral("amount long") : QStringLiteral("amount");
}

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/web/simulator/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Each {{name}} by its value, in one pass: what a merchant wrote is never read as a pattern.
QString filled(const QString &pattern, const QHash<QString, QString> &values)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype open = pattern.indexOf(QLatin1String("{{")); open >= 0;
         open = pattern.indexOf(QLatin1String("{{"), at)) {
        const qsizetype end = pattern.indexOf(QLatin1String("}}"), open);
        text += QStringView(pattern).sliced(at, open - at);
        text += values.value(pattern.sliced(open + 2, end - open - 2));
        at = end + 2;
    }
    return text + pattern.mid(at);
}

/// A browser that prepares a page ahead of a tap is not a customer yet.
bool onlyLooks(const HttpRequest &request)
{
    return request.method != "GET" || request.headers.value("Sec-Purpose").contains("prefetch")
           || request.headers.value("Purpose").contains("prefetch");
}

} // namespace

PhonePage::PhonePage(Books &books, Random &random, const QString &shopName, QObject *parent)
    : QObject(parent), m_books(books), m_shopName(shopName), m_secret(random.bytes(32)), m_style(resource("phone.css")),
      m_policy("default-src 'none'; style-src 'sha256-"
               + QCryptographicHash::hash(m_style, QCryptographicHash::Sha256).toBase64()
               + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
      m_payPattern(resource("pay.html")), m_resultPattern(resource("result.html"))
{
}

HttpReply PhonePage::show(const HttpRequest &request)
{
    const auto texts = PageTexts::forLanguages(request.headers.value("Accept-Language"));
    const QString code = request.captures.value(0);
    const QString known = visitor(request);
    const QString openid = known.isEmpty() ? m_books.newOpenid() : known;
    if (onlyLooks(request))
        return resultPage(m_books.findByCode(code) ? PageResult::NotNow : PageResult::DeadCode, texts);
    const auto order = m_books.scan(code, openid);
    if (!order)
        return resultPage(reasonFor(order.error()), texts);
    HttpReply reply = orderPage(*order, openid, texts);
    if (known.isEmpty())
        reply.headers.add("Set-Cookie",
                          "sim_payer=" + openid.toLatin1() + "; Path=/pay; Max-Age=86400; HttpOnly; SameSite=Strict");
    return reply;
}

HttpReply PhonePage::decide(const HttpRequest &request)
{
    const auto texts = PageTexts::forLanguages(request.headers.value("Accept-Language"));
    const QString code = request.captures.value(0);
    const QString openid = visitor(request);
    const QUrlQuery form(QString::fromLatin1(request.body));
    const QByteArray token = form.queryItemValue(QStringLiteral("csrf")).toLatin1();
    if (openid.isEmpty() || request.headers.value("Sec-Fetch-Site") == "cross-site"
        || !equalInConstantTime(token, csrfToken(code, openid)))
        return resultPage(PageResult::BadForm, texts);
    const QString action = form.queryItemValue(QStringLiteral("action"));
    if (action == QLatin1String("cancel"))
        return resultPage(PageResult::NotNow, texts); // an attempt given up leaves the order payable (reference 2.2)
    if (action != QLatin1String("pay"))
        return resultPage(PageResult::BadForm, texts);
    const auto scanned = m_books.scan(code, openid);
    if (!scanned)
        return resultPage(reasonFor(scanned.error()), texts);
    const auto order = m_books.pay(scanned->outTradeNo, {.openid = openid, .payerTotal = {}});
    if (!order)
        return resultPage(reasonFor(order.error()), texts);
    emit paid(*order);
    return resultPage(PageResult::Paid, texts, order->total);
}

HttpReply PhonePage::orderPage(const BookOrder &order, const QString &openid, const PageTexts &texts) const
{
    const QString shop = !order.storeName.isEmpty() ? order.storeName
                         : m_shopName.isEmpty()     ? texts.shop()
                                                    : m_shopName;
    const QString amount = order.total.yuanGrouped();
    QString tillRow;
    if (!order.deviceId.isEmpty())
        tillRow =
            QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>\n").arg(texts.till(), order.deviceId.toHtmlEscaped());
    return html(200, m_payPattern,
                {{QStringLiteral("title"), texts.title()},
                 {QStringLiteral("payee"), texts.payTo(shop).toHtmlEscaped()},
                 {QStringLiteral("amount"), amount},
                 {QStringLiteral("amount_class"), amountClass(amount)},
                 {QStringLiteral("goods_label"), texts.goods()},
                 {QStringLiteral("goods"), order.description.toHtmlEscaped()},
                 {QStringLiteral("till_row"), tillRow},
                 {QStringLiteral("tail_label"), texts.tail()},
                 {QStringLiteral("tail"), order.outTradeNo.right(4).toHtmlEscaped()},
                 {QStringLiteral("code"), order.code},
                 {QStringLiteral("csrf"), QString::fromLatin1(csrfToken(order.code, openid))},
                 {QStringLiteral("pay_button"), texts.pay(amount)},
                 {QStringLiteral("cancel_button"), texts.notNow()}},
                texts);
}

HttpReply PhonePage::resultPage(PageResult result, const PageTexts &texts, Money amount) const
{
    const auto ending = texts.ending(result);
    const QString yuan = amount.yuanGrouped();
    const QString amountRow =
        amount.isZero()
            ? QString()
            : QStringLiteral("<p class=\"%1\" id=\"amount\"><small>¥</small>%2</p>\n").arg(amountClass(yuan), yuan);
    return html(ending.status, m_resultPattern,
                {{QStringLiteral("title"), ending.title},
                 {QStringLiteral("amount_row"), amountRow},
                 {QStringLiteral("sentence"), ending.sentence},
                 {QStringLiteral("name"), QString::fromLatin1(ending.name)},
                 {QStringLiteral("sign"), QString::fromUtf8(ending.sign)},
                 {QStringLiteral("sign_class"), QString::fromLatin1(ending.signClass)}},
                texts);
}

HttpReply PhonePage::html(int status, const QByteArray &pattern, Values values, const PageTexts &texts) const
{
    values.insert(QStringLiteral("lang"), texts.lang());
    values.insert(QStringLiteral("badge"), texts.badge());
    values.insert(QStringLiteral("style"), QString::fromUtf8(m_style));
    const QByteArray body = filled(QString::fromUtf8(pattern), values).toUtf8();
    HttpReply reply = HttpReply::text(status, "text/html; charset=utf-8", body);
    reply.headers.set("Content-Security-Policy", m_policy);
    // The pages themselves soften it to "same-origin": a form under "no-referrer" is sent with "Origin: null", which
    // the guard refuses.
    reply.headers.set("Referrer-Policy", "no-referrer");
    reply.headers.set("Cache-Control", "no-store");
    reply.headers.set("X-Content-Type-Options", "nosniff");
    reply.headers.set("Vary", "Accept-Language, Cookie");
    return reply;
}

QByteArray PhonePage::csrfToken(const QString &code, const QString &openid) const
{
    return QMessageAuthenticationCode::hash((code + QLatin1Char('\n') + openid).toUtf8(), m_secret,
                                            QCryptographicHash::Sha256)
        .toHex();
}

QString PhonePage::visitor(const HttpRequest &request)
{
    static const QRegularExpression cookie(QStringLiteral("(?:^|;\\s*)sim_payer=(o[0-9A-Za-z_-]{27})(?:;|$)"));
    return cookie.match(QString::fromLatin1(request.headers.value("Cookie").left(4096))).captured(1);
}

PageResult PhonePage::reasonFor(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::OrderPaid:
        return PageResult::AlreadyPaid;
    case ErrorCode::OrderClosed:
        return PageResult::Over;
    case ErrorCode::Forbidden:
        return PageResult::OtherPayer;
    case ErrorCode::NotFound:
        return PageResult::DeadCode;
    default:
        return PageResult::Trouble;
    }
}
