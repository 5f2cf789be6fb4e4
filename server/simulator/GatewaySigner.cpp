// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/GatewaySigner.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/simulator/SimulatorKeys.h"

bool GatewaySigner::knows(const QByteArray &serial) const
{
    return serial == m_keys.publicKeyId() || serial.toUpper() == m_keys.platformCertificate().serial();
}

QByteArray GatewaySigner::serialFor(GatewayKeyMode mode) const
{
    const bool byCertificate =
        mode == GatewayKeyMode::Certificate || (mode == GatewayKeyMode::Mixed && (m_random.bytes(1)[0] & 1) != 0);
    return byCertificate ? m_keys.platformCertificate().serial() : m_keys.publicKeyId();
}

HttpHeaders GatewaySigner::headersFor(const QByteArray &body, const QByteArray &serial, qint64 ageS) const
{
    const bool byPublicKey = serial == m_keys.publicKeyId();
    const RsaPrivateKey &key = byPublicKey ? m_keys.publicKeyModeKey() : m_keys.platformKey();
    const QByteArray timestamp = QByteArray::number(m_realClock.nowMs() / 1000 - ageS);
    const QByteArray nonce = m_random.bytes(16).toHex();
    return {
        {"Wechatpay-Timestamp", timestamp},
        {"Wechatpay-Nonce", nonce},
        {"Wechatpay-Serial", byPublicKey ? serial : m_keys.platformCertificate().serial()},
        {"Wechatpay-Signature", key.signBase64(timestamp + '\n' + nonce + '\n' + body + '\n')},
        {"Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"},
    };
}

void GatewaySigner::spoil(HttpHeaders &headers) const
{
    headers.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + m_random.bytes(252).toBase64());
}
