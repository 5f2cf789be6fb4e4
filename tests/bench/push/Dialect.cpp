// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/Dialect.h"

QByteArray Dialect::waitPath(const QByteArray &key) const
{
    return m_kind == Kind::Nchan ? "/wait/" + key : QByteArray("/websocket/myHandler");
}

QByteArray Dialect::create(const QByteArray &key, const QByteArray &token) const
{
    if (m_kind == Kind::Nchan)
        return {};
    return R"({"action":"create","outTradeNo":")" + key + (token.isEmpty() ? QByteArray() : R"(","token":")" + token)
           + R"("})";
}

QByteArray Dialect::probe() const
{
    return m_kind == Kind::Nchan ? QByteArray() : QByteArray(R"({"action":"probe","outTradeNo":"0"})");
}

QByteArray Dialect::notice(const QByteArray &key) const
{
    if (m_kind == Kind::Nchan)
        return post("/notice/" + key, {},
                    R"({"result":1,"info":"ok","now":1700000000000,"outTradeNo":")" + key + R"("})");
    return "GET /index/notice?outTradeNo=" + key + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
           + "\r\n\r\n";
}

QByteArray Dialect::post(const QByteArray &path, const QByteArray &fields, const QByteArray &body) const
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n" + fields
           + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray Dialect::keyOf(const QByteArray &message)
{
    static const QByteArray name = R"("outTradeNo":")";
    const auto at = message.indexOf(name);
    if (at < 0 || message.contains(R"("result":0)"))
        return {};
    const auto begin = at + name.size();
    return message.mid(begin, message.indexOf('"', begin) - begin);
}
