// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/PhonePage.h"

#include "server/crypto/ConstantTime.h"
#include "server/domain/Random.h"
#include "server/simulator/Books.h"
#include "server/simulator/Payments.h"
#include "server/web/OnlyLooks.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace {

constexpr qsizetype longAmount = 8; // characters of "1,234.56" and more need smaller ones on 320 pixels

QString amountClass(const QString &amount)
{
    return amount.size() >= longAmount ? QStringLiteral("amount long") : QStringLiteral("amount");
}

QString amountMarkup(const QString &yuan)
{
    return QStringLiteral("<p class=\"%1\" id=\"amount\"><small>¥</small>%2</p>\n").arg(amountClass(yuan), yuan);
}

const QString style = QStringLiteral(":/web/phone/phone.css");

} // namespace

PhonePage::PhonePage(Books &books, Payments &payments, Random &random, const QString &shopName)
    : m_books(books), m_payments(payments), m_shopName(shopName), m_secret(random.bytes(32)),
      m_payPage(QStringLiteral(":/web/simulator/pay.html"), style),
      m_resultPage(QStringLiteral(":/web/simulator/result.html"), style)
{
}

HttpReply PhonePage::show(const HttpRequest &request)
{
    const PageTexts texts(pageLanguage(request.headers.value("Accept-Language")));
    const QString code = request.captures.value(0);
    const QString known = visitor(request);
    const QString openid = known.isEmpty() ? m_books.newOpenid() : known;
    if (onlyLooks(request))
        return resultPage(m_books.findByCode(code) ? PageResult::NotNow : PageResult::DeadCode, texts);
    const auto order = m_payments.scan(code, openid);
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
    const PageTexts texts(pageLanguage(request.headers.value("Accept-Language")));
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
    const auto scanned = m_payments.scan(code, openid);
    if (!scanned)
        return resultPage(reasonFor(scanned.error()), texts);
    const auto order = m_payments.pay(scanned->outTradeNo, {.openid = openid, .payerTotal = {}});
    if (!order)
        return resultPage(reasonFor(order.error()), texts);
    return resultPage(PageResult::Paid, texts, order->total);
}

HttpReply PhonePage::orderPage(const BookOrder &order, const QString &openid, const PageTexts &texts) const
{
    const QString shop = !order.storeName.isEmpty() ? order.storeName
                         : m_shopName.isEmpty()     ? texts.shop()
                                                    : m_shopName;
    const QString yuan = order.total.yuanGrouped();
    QString tillRow;
    if (!order.deviceId.isEmpty())
        tillRow =
            QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>\n").arg(texts.till(), order.deviceId.toHtmlEscaped());
    return m_payPage.reply(200,
                           {{"lang", texts.lang()},
                            {"badge", texts.badge()},
                            {"title", texts.title()},
                            {"payee", texts.payTo(shop)},
                            {"goods_label", texts.goods()},
                            {"goods", order.description},
                            {"tail_label", texts.tail()},
                            {"tail", order.outTradeNo.right(4)},
                            {"code", order.code},
                            {"csrf", QString::fromLatin1(csrfToken(order.code, openid))},
                            {"pay_button", texts.pay(yuan)},
                            {"cancel_button", texts.notNow()}},
                           {{"amount_row", amountMarkup(yuan)}, {"till_row", tillRow}});
}

HttpReply PhonePage::resultPage(PageResult result, const PageTexts &texts, Money amount) const
{
    const auto ending = texts.ending(result);
    return m_resultPage.reply(ending.status,
                              {{"lang", texts.lang()},
                               {"badge", texts.badge()},
                               {"title", ending.title},
                               {"sentence", ending.sentence},
                               {"name", QString::fromLatin1(ending.name)},
                               {"sign", QString::fromUtf8(ending.sign)},
                               {"sign_class", QString::fromLatin1(ending.signClass)}},
                              {{"amount_row", amount.isZero() ? QString() : amountMarkup(amount.yuanGrouped())}});
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
