// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayedHeaders.h"

#include <algorithm>
#include <array>

namespace {

struct HeaderField
{
    const char *name;
    QByteArray RelayedNotification::*member;
    qsizetype maxBytes;
    bool needed; ///< for a signature
};

constexpr std::array fields{HeaderField{"Wechatpay-Timestamp", &RelayedNotification::timestamp, 16, true},
                            HeaderField{"Wechatpay-Nonce", &RelayedNotification::nonce, 128, true},
                            HeaderField{"Wechatpay-Signature", &RelayedNotification::signature, 1024, true},
                            HeaderField{"Wechatpay-Serial", &RelayedNotification::serial, 128, true},
                            HeaderField{"Wechatpay-Signature-Type", &RelayedNotification::signatureType, 64, false},
                            HeaderField{"Content-Type", &RelayedNotification::contentType, 128, false}};

bool isPrintable(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

Result<RelayedNotification> RelayedHeaders::read(const HttpHeaders &headers, const QByteArray &body)
{
    RelayedNotification notification{.body = body};
    for (const auto &field : fields) {
        if (headers.count(field.name) > 1)
            return wrongInput("a header is there twice");
        notification.*field.member = headers.value(field.name);
    }
    return valid(notification) ? Result<RelayedNotification>(notification)
                               : Result<RelayedNotification>(wrongInput("not signed as a notification is"));
}

HttpHeaders RelayedHeaders::of(const RelayedNotification &notification)
{
    HttpHeaders headers;
    for (const auto &field : fields) {
        const QByteArray &value = notification.*field.member;
        if (!value.isEmpty())
            headers.add(field.name, value);
    }
    return headers;
}

bool RelayedHeaders::valid(const RelayedNotification &notification)
{
    const bool headersFit = std::all_of(fields.begin(), fields.end(), [&](const HeaderField &field) {
        const QByteArray &value = notification.*field.member;
        return value.size() <= field.maxBytes && isPrintable(value) && !(field.needed && value.isEmpty());
    });
    return headersFit && !notification.body.isEmpty() && notification.body.size() <= maxBodyBytes;
}

bool RelayedHeaders::isProbe(const RelayedNotification &notification)
{
    return notification.signature.startsWith("WECHATPAY/SIGNTEST/");
}
