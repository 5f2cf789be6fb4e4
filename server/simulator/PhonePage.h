// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookOrder.h"
#include "server/simulator/PageTexts.h"
#include "server/web/HtmlPage.h"

class Books;
class Payments;
class Random;

/// The customer's phone, without the app: `GET /pay/{code}` shows what is to be paid, `POST /pay/{code}` pays or does
/// not. Works without any script. Who scans first owns the order; a cookie tells one phone from another
/// (reference 2.2).
class PhonePage final
{
public:
    /// shopName: empty for "practice shop" in the visitor's language; an order's own store name goes before it.
    PhonePage(Books &books, Payments &payments, Random &random, const QString &shopName);

    HttpReply show(const HttpRequest &request);
    HttpReply decide(const HttpRequest &request);

private:
    HttpReply orderPage(const BookOrder &order, const QString &openid, const PageTexts &texts) const;
    HttpReply resultPage(PageResult result, const PageTexts &texts, Money amount = {}) const; ///< amount: zero for none
    QByteArray csrfToken(const QString &code, const QString &openid) const;
    static QString visitor(const HttpRequest &request);
    PageResult reasonFor(const Error &error) const;

    Books &m_books;
    Payments &m_payments;
    QString m_shopName;
    QByteArray m_secret; ///< of this run: an older page's form is refused
    HtmlPage m_payPage;
    HtmlPage m_resultPage;
};
