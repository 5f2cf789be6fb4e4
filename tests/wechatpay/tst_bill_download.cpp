// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/TradeStatement.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

namespace {

const QDate day(2026, 1, 1);
constexpr char promised[] = "c3f541f5597e9af633747250748660371f415d7e";

QByteArray promise(const QByteArray &url, const QByteArray &sha1 = promised)
{
    return R"({"download_url":")" + url + R"(","hash_type":"SHA1","hash_value":")" + sha1 + R"("})";
}

QByteArray gz()
{
    return Vectors::file("21_tradebill_ALL_2026-01-01.csv.gz");
}

} // namespace

/// A day's bill: where it is, and then at once the file, whose own signature nobody makes (reference 6.1, 6.3).
class BillDownloadTest : public QObject
{
    Q_OBJECT
private slots:
    void theVectorIsFetchedAndReads()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next(
            [&](const HttpCall &) { return merchant.reply(200, Vectors::body("21_response_tradebill")); });
        merchant.transport.next(
            [](const HttpCall &) { return HttpAnswer{.status = 200, .headers = {}, .body = gz()}; });
        const auto packed = merchant.finish(merchant.pay.bills().trade(day));
        QVERIFY2(packed, packed ? "" : qPrintable(packed.error().message));
        const auto text = Bills::unpack(*packed);
        QVERIFY(text);
        QCOMPARE(TradeStatement::read(text->csv)->rows().size(), 2);

        QCOMPARE(merchant.transport.calls[0].url.toEncoded(),
                 QByteArray("https://gateway.example.test/v3/bill/"
                            "tradebill?bill_date=2026-01-01&bill_type=ALL&tar_type=GZIP"));
        const HttpCall download = merchant.transport.calls[1];
        QCOMPARE(download.method, QByteArray("GET"));
        QCOMPARE(download.url.toEncoded(), QByteArray("https://api.mch.weixin.qq.com/v3/billdownload/"
                                                      "file?token=TESTtoken_0001&tartype=gzip"));
        const QByteArray sent = download.headers.value("Authorization");
        const auto part = [&sent](const QByteArray &name) {
            const qsizetype begin = sent.indexOf(name + "=\"") + name.size() + 2;
            return sent.mid(begin, sent.indexOf('"', begin) - begin);
        };
        const QByteArray signedText =
            RequestSigner::stringToSign("GET", "/v3/billdownload/file?token=TESTtoken_0001&tartype=gzip", {},
                                        part("timestamp").toLongLong(), part("nonce_str"));
        QVERIFY(testKey("merchant").publicKey().verifiesBase64(signedText, part("signature")));
    }
    void theFundFlowIsOfTheBasicAccount()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next([&](const HttpCall &) {
            return merchant.reply(200, promise("https://gateway.example.test/f?token=a%2Fb"));
        });
        merchant.transport.next(
            [](const HttpCall &) { return HttpAnswer{.status = 200, .headers = {}, .body = gz()}; });
        QVERIFY(merchant.finish(merchant.pay.bills().fundFlow(day)));
        QCOMPARE(merchant.transport.calls[0].url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
                 QByteArray("/v3/bill/fundflowbill?bill_date=2026-01-01&account_type=BASIC&tar_type=GZIP"));
        QCOMPARE(merchant.transport.calls[1].url.toEncoded(), QByteArray("https://gateway.example.test/f?token=a%2Fb"));
    }
    void nobodyElseIsSentOurSignature_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("another host") << QByteArray("https://evil.example.test/file?token=1");
        QTest::newRow("a longer name") << QByteArray("https://gateway.example.test.evil.test/file");
        QTest::newRow("a name in front") << QByteArray("https://gateway.example.test@evil.test/file");
        QTest::newRow("a password") << QByteArray("https://a:b@gateway.example.test/file");
        QTest::newRow("another port") << QByteArray("https://gateway.example.test:8443/file");
        QTest::newRow("not secret") << QByteArray("http://gateway.example.test/file");
        QTest::newRow("not secret on the secret port") << QByteArray("http://gateway.example.test:443/file");
        QTest::newRow("WeChat's, not secret") << QByteArray("http://api.mch.weixin.qq.com/file");
        QTest::newRow("a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("no address") << QByteArray("/v3/billdownload/file?token=1");
        QTest::newRow("nothing") << QByteArray(" ");
    }
    void nobodyElseIsSentOurSignature()
    {
        QFETCH(QByteArray, url);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next([&](const HttpCall &) { return merchant.reply(200, promise(url)); });
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::Unverified);
        QCOMPARE(merchant.transport.calls.size(), 1);
    }
    void aPromiseThatIsNoneIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray url = "https://gateway.example.test/file";
        QTest::newRow("no hash") << promise(url, "");
        QTest::newRow("half a hash") << promise(url, "c3f541f5597e9af63374");
        QTest::newRow("no address") << promise("");
        QTest::newRow("a long address") << promise(url + QByteArray(BillClient::maxUrlLength, 'a'));
        QTest::newRow("another hash") << promise(url).replace("SHA1", "MD5");
        QTest::newRow("no JSON") << QByteArray("file");
    }
    void aPromiseThatIsNoneIsUnknown()
    {
        QFETCH(QByteArray, body);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next([&](const HttpCall &) { return merchant.reply(200, body); });
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::Unknown);
        QCOMPARE(merchant.transport.calls.size(), 1);
    }
    void anUnsignedPromiseIsNotFollowed()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(200, promise("https://gateway.example.test/file"));
        };
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::Unknown);
        QCOMPARE(merchant.transport.calls.size(), ApiClient::maxTries);
        QVERIFY(merchant.transport.calls.constLast().url.path().startsWith("/v3/bill/tradebill"));
    }
    void aRefusedAddressIsAskedForAgain()
    {
        TestMerchant merchant(TestProfile().get());
        int promises = 0;
        merchant.transport.otherwise = [&](const HttpCall &call) -> Result<HttpAnswer> {
            if (call.url.path() == "/file")
                return call.url.query() == "token=2" ? HttpAnswer{.status = 200, .headers = {}, .body = gz()}
                                                     : TestMerchant::unsignedReply(400, R"({"code":"PARAM_ERROR"})");
            return merchant.reply(200,
                                  promise("https://gateway.example.test/file?token=" + QByteArray::number(++promises)));
        };
        QVERIFY(merchant.finish(merchant.pay.bills().trade(day)));
        QCOMPARE(promises, 2);
    }
    void itGivesUpAfterTheSecond()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &call) -> Result<HttpAnswer> {
            if (call.url.path() == "/file")
                return Error{ErrorCode::Unknown, QStringLiteral("lost")};
            return merchant.reply(200, promise("https://gateway.example.test/file"));
        };
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::ProviderUnavailable);
        QCOMPARE(merchant.transport.calls.size(), 4);
    }
    void aDayWithoutTradeIsAnEmptyBill()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(400, R"({"code":"NO_STATEMENT_EXIST","message":"x"})");
        };
        const auto packed = merchant.finish(merchant.pay.bills().trade(day));
        QVERIFY(packed);
        QCOMPARE(TradeStatement::read(Bills::unpack(*packed)->csv)->rows().size(), 0);
    }
    void aMissingResourceIsNoEmptyBill()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(404, R"({"code":"RESOURCE_NOT_EXISTS","message":"x"})");
        };
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::NotFound);
    }
    void aBillInTheMakingCanBeAskedForLater()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(400, R"({"code":"STATEMENT_CREATING","message":"x"})");
        };
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(day)).error().code, ErrorCode::ProviderUnavailable);
        QCOMPARE(merchant.transport.calls.size(), 1);
    }
    void aBillIsOfADay()
    {
        TestMerchant merchant(TestProfile().get());
        QCOMPARE(merchant.finish(merchant.pay.bills().trade(QDate())).error().code, ErrorCode::InvalidInput);
        QVERIFY(merchant.transport.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(BillDownloadTest)
#include "tst_bill_download.moc"
