// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

namespace {

struct Receiver
{
    TestProfile files;
    MerchantProfile profile = files.get();
    PlatformKeys keys{profile};
    VirtualClock clock;
    SignatureVerifier verifier{keys, clock};
    NotifyVerifier notify{profile, verifier};
    QList<QByteArray> signedBodies;

    Receiver()
    {
        const QStringList names = Vectors::ofKind(QStringLiteral("notify"));
        for (const QString &name : names)
            signedBodies.append(Vectors::body(name));
    }
};

} // namespace

/// Headers, a blank line, and the body, as they come from anybody. Nobody has the keys here, so nothing is ever
/// believed but what the vectors' gateway has signed.
void fuzzOne(Fuzz::Input input)
{
    static Receiver receiver;
    HttpHeaders headers;
    for (QByteArray line = input.line(); !line.isEmpty() && headers.fields().size() < 100; line = input.line()) {
        const qsizetype colon = line.indexOf(':');
        headers.add(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const QByteArray body = input.rest();
    const qint64 said = headers.value("Wechatpay-Timestamp").toLongLong();
    // Time is what the sender says, where that is a time: freshness is tested elsewhere, and would hide the rest.
    constexpr qint64 farFuture = 4'000'000'000;
    receiver.clock.jumpWall(std::chrono::milliseconds((said > 0 && said < farFuture ? said * 1000 : 1'767'225'600'000)
                                                      - receiver.clock.nowMs()));
    const auto notification = receiver.notify.verify(headers, body);
    Fuzz::require(!notification || receiver.signedBodies.contains(body), "what is believed was signed");
}
