// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/OfficialAccountEvents.h"

#include <QCryptographicHash>

/// What WeChat pushes for the account of the vectors, made here a second time so that each side checks the other.
namespace AccountPushes {

inline const QByteArray token = "TestOnlyToken2026";
constexpr qint64 vectorTimeMs = 1'767'225'600'000;

inline OfficialAccountSignature signature(const QByteArray &nonce, qint64 atMs = vectorTimeMs,
                                          const QByteArray &with = token)
{
    const QByteArray timestamp = QByteArray::number(atMs / 1000);
    QByteArrayList parts{with, timestamp, nonce};
    std::sort(parts.begin(), parts.end());
    return {QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha1).toHex(), timestamp, nonce};
}

inline QByteArray xml(const QByteArray &event, const QByteArray &key, const QByteArray &openid = "oUpF8uMuAJO_M2pxb",
                      qint64 createTime = vectorTimeMs / 1000)
{
    return "<xml><ToUserName><![CDATA[gh_testonly000001]]></ToUserName><FromUserName><![CDATA[" + openid
           + "]]></FromUserName><CreateTime>" + QByteArray::number(createTime)
           + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + event
           + "]]></Event><EventKey><![CDATA[" + key + "]]></EventKey></xml>";
}

} // namespace AccountPushes
