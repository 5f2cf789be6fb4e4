// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TillBench.h"

#include <cstdio>

TillBench::TillBench(QSize window) : m_till(window, &m_clock), m_gateway(m_till.server)
{
    const QUrl server(m_till.server.at().http);
    m_provider.connectToHost(server.host(), quint16(server.port()));
    m_provider.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    (void)m_provider.waitForConnected(TillUnderTest::patienceMs);
}

bool TillBench::run(int rounds)
{
    if (!m_till.comesTo(PayState::Ready))
        return fail("the till does not become ready");
    for (m_round = 0; m_round < rounds; ++m_round) {
        if (!round())
            return false;
    }
    return true;
}

bool TillBench::round()
{
    const QChar digit(u'1' + m_round % 9);
    if (!key(digit) || !pay() || !bePaid())
        return false;
    if (!m_till.comesTo(PayState::Ready))
        return fail("Paid does not end");
    return true;
}

bool TillBench::key(QChar digit)
{
    m_till.hand().rest();
    const QImage before = m_till.picture();
    QElapsedTimer since;
    since.start();
    m_till.hand().down(digit.unicode(), Qt::NoModifier, digit);
    const qint64 ns = m_till.paints().until([&] { return m_till.view().entry.text == digit; }, since);
    const QImage after = m_till.picture();
    m_till.hand().up(digit.unicode(), Qt::NoModifier, digit);
    if (ns < 0 || before == after)
        return fail("a digit does not show");
    echo.add(ns);
    return true;
}

bool TillBench::pay()
{
    m_till.hand().rest();
    QElapsedTimer since;
    since.start();
    m_till.hand().down(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    const qint64 ns = m_till.paints().until([&] { return !m_till.view().codeUrl.isEmpty(); }, since);
    const QString read = m_till.code();
    m_till.hand().up(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    if (ns < 0 || read.isEmpty() || read != m_till.view().codeUrl)
        return fail("the code does not show");
    code.add(ns);
    return true;
}

bool TillBench::bePaid()
{
    const auto order = m_till.server.order(m_till.server.newestNumber());
    const QByteArray body = m_gateway.body(m_gateway.content(order, QStringLiteral("42000%1").arg(m_round)));
    QByteArray request =
        "POST /wechatpay/notify HTTP/1.1\r\nHost: " + QUrl(m_till.server.at().http).authority().toLatin1()
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    const HttpHeaders headers = m_gateway.headers(body);
    for (const auto &[name, value] : headers.fields())
        request += name + ": " + value + "\r\n";
    QElapsedTimer since;
    since.start();
    m_provider.write(request + "\r\n" + body);
    m_provider.flush();
    const qint64 ns = m_till.paints().until([&] { return m_till.state() == PayState::Paid; }, since);
    if (ns < 0 || !m_till.isPaidInPicture())
        return fail("Paid does not show");
    green.add(ns);
    m_provider.readAll();
    return true;
}

bool TillBench::runPages(int rounds)
{
    using Page = OfficeView::Page;
    for (int i = 0; i < rounds; ++i) {
        const bool turned =
            turn(Qt::Key_F3, Qt::NoModifier, Page::History) && turn(Qt::Key_Escape, Qt::NoModifier, Page::None)
            && turn(Qt::Key_S, Qt::AltModifier, Page::Settings) && turn(Qt::Key_Escape, Qt::NoModifier, Page::None);
        if (!turned)
            return fail("a page does not show");
    }
    return true;
}

bool TillBench::turn(int key, Qt::KeyboardModifiers modifiers, OfficeView::Page to)
{
    m_till.hand().rest();
    const QImage before = m_till.picture();
    QElapsedTimer since;
    since.start();
    m_till.hand().down(key, modifiers);
    const qint64 ns = m_till.paints().until([&] { return m_till.view().office.page == to; }, since);
    m_till.hand().up(key, modifiers);
    if (ns < 0 || before == m_till.picture())
        return false;
    page.add(ns);
    return true;
}

bool TillBench::fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return false;
}
