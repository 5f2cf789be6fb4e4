// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/SettleBench.h"

#include <QElapsedTimer>

bool SettleBench::prepare(Line &line)
{
    const QUrl url(m_shop.at().http);
    if (line.socket.state() != QAbstractSocket::ConnectedState) {
        line.socket.connectToHost(url.host(), quint16(url.port()));
        if (!line.socket.waitForConnected())
            return false;
        line.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    const auto order = m_shop.place();
    if (order.isEmpty())
        return false;
    const auto transaction = QStringLiteral("42000%1").arg(++m_transactions);
    const QByteArray body = m_gateway.body(m_gateway.content(order, transaction));
    line.request = "POST /wechatpay/notify HTTP/1.1\r\nHost: " + url.authority().toLatin1()
                   + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    const HttpHeaders headers = m_gateway.headers(body);
    for (const auto &[name, value] : headers.fields())
        line.request += name + ": " + value + "\r\n";
    line.request += "\r\n" + body;
    return true;
}

bool SettleBench::isAnswered(Line &line)
{
    constexpr int patienceMs = 10'000;
    if (!line.socket.canReadLine() && !line.socket.waitForReadyRead(patienceMs))
        return false;
    return line.socket.readAll().startsWith("HTTP/1.1 204");
}

bool SettleBench::runAlone(int events)
{
    Line line;
    for (int event = 0; event < events; ++event) {
        if (!prepare(line))
            return false;
        QElapsedTimer since;
        since.start();
        line.socket.write(line.request);
        line.socket.flush();
        if (!isAnswered(line))
            return false;
        alone.add(since.nsecsElapsed());
    }
    return true;
}

bool SettleBench::runAtOnce(int rounds)
{
    std::vector<Line> lines(atOnce);
    for (int round = 0; round < rounds; ++round) {
        for (auto &line : lines) {
            if (!prepare(line))
                return false;
        }
        QElapsedTimer since;
        since.start();
        for (auto &line : lines) {
            line.socket.write(line.request);
            line.socket.flush();
        }
        for (auto &line : lines) {
            if (!isAnswered(line))
                return false;
        }
        together.add(since.nsecsElapsed() / atOnce);
    }
    return true;
}
