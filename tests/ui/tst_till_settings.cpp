// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"
#include "app/TillSettings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using Tongue = Language::Tongue;
using Mode = Theme::Mode;
using Layout = SellingView::Layout;

class TillSettingsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("till.json"));

    void write(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QJsonObject written() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    static QJsonObject english() { return TillSettings::members({Tongue::English, Mode::Dark, Layout::Amount}); }
private slots:
    void init() { QFile::remove(m_file); }
    void withoutAFileTheDefaultsHold()
    {
        const auto settings = TillSettings::read(m_file, true);
        QVERIFY(settings);
        QCOMPARE(settings->language, Tongue::Chinese);
        QCOMPARE(settings->theme, Mode::System);
        QVERIFY(settings->sale.training);
        QCOMPARE(settings->customer, CustomerWindow::Where::Auto);
        QVERIFY(settings->voice.sound && settings->voice.voice && !settings->voice.sayTill);
        QCOMPARE(settings->printer.kind, PrinterSettings::Kind::None);
        QCOMPARE(settings->receipt.print, ReceiptSettings::Print::Always);
        QVERIFY(settings->receipt.refunds);
        QVERIFY(!QFile::exists(m_file)); // reading leaves no trace
    }
    void theShopsWordHoldsBeneathTheTills()
    {
        const QJsonObject shop{{"language", "en"}, {"printer", QJsonObject{{"kind", "network"}, {"host", "shop"}}}};
        const auto shops = TillSettings::read(m_file, true, shop);
        QVERIFY(shops);
        QCOMPARE(shops->language, Tongue::English);
        QCOMPARE(shops->printer.host, QString("shop"));
        QCOMPARE(shops->members()["printer"].toObject()["host"].toString(), QString("shop"));
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(TillSettings::keep(m_file, {{"theme", "dark"}})); // what nobody chose here stays the shop's
        QCOMPARE(written(), (QJsonObject{{"theme", "dark"}}));

        write(R"({"language":"zh_CN","printer":{"kind":"none"}})");
        const auto own = TillSettings::read(m_file, true, shop);
        QVERIFY(own);
        QCOMPARE(own->language, Tongue::Chinese);
        QCOMPARE(own->printer.kind, PrinterSettings::Kind::None);
    }
    void everyMemberIsTaken()
    {
        write(R"({"shop":"A","till":"B","language":"en","theme":"high_contrast","big_amount":100,"paid_seconds":7,
                  "sound":false,"sound_volume":0,"voice":false,"voice_volume":55,"voice_till":true,"voice_from":"clips","customer_screen":"window",
                  "printer":{"kind":"network","host":"printer","paper":58,"drawer":true},
                  "receipt":{"address":"1 Road\nTown","footer":"Thanks","print":"ask","refunds":false}})");
        const auto settings = TillSettings::read(m_file, false);
        QVERIFY(settings);
        QCOMPARE(settings->identity.shop, "A");
        QCOMPARE(settings->identity.till, "B");
        QCOMPARE(settings->language, Tongue::English);
        QCOMPARE(settings->theme, Mode::HighContrast);
        QCOMPARE(settings->sale.bigAmount.fen(), 100);
        QCOMPARE(settings->sale.paidSeconds, 7);
        QCOMPARE(settings->sale.description, "A");
        QVERIFY(!settings->voice.sound && !settings->voice.voice && settings->voice.sayTill);
        QCOMPARE(settings->voice.soundVolume, 0);
        QCOMPARE(settings->voice.voiceVolume, 55);
        QCOMPARE(settings->voice.from, VoiceSettings::From::Clips);
        QCOMPARE(settings->customer, CustomerWindow::Where::Window);
        QCOMPARE(settings->printer.kind, PrinterSettings::Kind::Network);
        QCOMPARE(settings->printer.host, "printer");
        QCOMPARE(settings->printer.paper, PaperWidth::Mm58);
        QVERIFY(settings->printer.drawer);
        QCOMPARE(settings->receipt.address, "1 Road\nTown");
        QCOMPARE(settings->receipt.footer, "Thanks");
        QCOMPARE(settings->receipt.print, ReceiptSettings::Print::Ask);
        QVERIFY(!settings->receipt.refunds);
    }
    void aBrokenFileNamesTheMember_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("shop") << QByteArray(R"({"shop":""})") << "shop";
        QTest::newRow("till") << QByteArray(R"({"till":1})") << "till must";
        QTest::newRow("language") << QByteArray(R"({"language":"fr"})") << "language";
        QTest::newRow("theme") << QByteArray(R"({"theme":true})") << "theme";
        QTest::newRow("big_amount") << QByteArray(R"({"big_amount":1.5})") << "big_amount";
        QTest::newRow("paid_seconds") << QByteArray(R"({"paid_seconds":11})") << "paid_seconds";
        QTest::newRow("paid_seconds as text") << QByteArray(R"({"paid_seconds":"5"})") << "paid_seconds";
        QTest::newRow("sound") << QByteArray(R"({"sound":1})") << "sound must";
        QTest::newRow("voice_till") << QByteArray(R"({"voice_till":"yes"})") << "voice_till";
        QTest::newRow("sound_volume") << QByteArray(R"({"sound_volume":101})") << "sound_volume";
        QTest::newRow("voice_volume") << QByteArray(R"({"voice_volume":-1})") << "voice_volume";
        QTest::newRow("voice_volume as text") << QByteArray(R"({"voice_volume":"9"})") << "voice_volume";
        QTest::newRow("voice_from") << QByteArray(R"({"voice_from":"me"})") << "voice_from";
        QTest::newRow("customer_screen") << QByteArray(R"({"customer_screen":true})") << "customer_screen";
        QTest::newRow("printer") << QByteArray(R"({"printer":"lp0"})") << "printer must be an object";
        QTest::newRow("printer's kind") << QByteArray(R"({"printer":{}})") << "printer: kind";
        QTest::newRow("printer's host") << QByteArray(R"({"printer":{"kind":"network"}})") << "host is missing";
        QTest::newRow("receipt") << QByteArray(R"({"receipt":true})") << "receipt must be an object";
        QTest::newRow("receipt's print") << QByteArray(R"({"receipt":{"print":true}})") << "receipt: print";
        QTest::newRow("receipt's refunds") << QByteArray(R"({"receipt":{"refunds":"no"}})") << "receipt: refunds";
        QTest::newRow("receipt's address") << QByteArray(R"({"receipt":{"address":"a\u0007"}})") << "receipt: address";
        QTest::newRow("receipt's footer") << "{\"receipt\":{\"footer\":\"" + QByteArray(201, 'a') + "\"}}"
                                          << "receipt: footer";
        QTest::newRow("receipt's unknown") << QByteArray(R"({"receipt":{"logo":""}})") << "receipt: logo";
        QTest::newRow("unknown") << QByteArray(R"({"colour":"red"})") << "colour";
        QTest::newRow("no object") << QByteArray("[]") << "not a JSON object";
        QTest::newRow("too long") << QByteArray(20'000, ' ') << "cannot be read";
    }
    void aBrokenFileNamesTheMember()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        write(text);
        const auto settings = TillSettings::read(m_file, true);
        QVERIFY(!settings);
        QVERIFY2(settings.error().message.contains(named), qPrintable(settings.error().message));
        QVERIFY(settings.error().message.startsWith("till.json: "));
        QCOMPARE(exitCodeOf(settings.error()), ExitBadConfiguration);
    }
    void aChoiceIsThereAtTheNextStart_data()
    {
        QTest::addColumn<Tongue>("language");
        QTest::addColumn<Mode>("theme");
        QTest::addColumn<Layout>("layout");
        QTest::newRow("English, dark") << Tongue::English << Mode::Dark << Layout::Goods;
        QTest::newRow("Chinese, light") << Tongue::Chinese << Mode::Light << Layout::Amount;
        QTest::newRow("English, high contrast") << Tongue::English << Mode::HighContrast << Layout::Goods;
        QTest::newRow("Chinese, system") << Tongue::Chinese << Mode::System << Layout::Amount;
    }
    void aChoiceIsThereAtTheNextStart()
    {
        QFETCH(Tongue, language);
        QFETCH(Mode, theme);
        QFETCH(Layout, layout);
        QVERIFY(TillSettings::keep(m_file, TillSettings::members({language, theme, layout})));
        const auto settings = TillSettings::read(m_file, true);
        QVERIFY(settings);
        QCOMPARE(settings->language, language);
        QCOMPARE(settings->theme, theme);
        QCOMPARE(settings->sale.selling.layout, layout);
    }
    void keepingAChoiceLeavesTheRestAlone()
    {
        write(R"({"shop":"A","language":"zh_CN","big_amount":100,"later":[1,2]})");
        QVERIFY(TillSettings::keep(m_file, english()));
        QCOMPARE(written(), (QJsonObject{{"shop", "A"},
                                         {"language", "en"},
                                         {"theme", "dark"},
                                         {"layout", "amount"},
                                         {"big_amount", 100},
                                         {"later", QJsonArray{1, 2}}}));
    }
    void allThatCanBeSetComesBackAsItWas()
    {
        write(R"({"shop":"A","till":"B","language":"en","theme":"high_contrast","layout":"goods","pickup":true,
                  "big_amount":100,"paid_seconds":7,"sound":false,"sound_volume":0,"voice":false,"voice_volume":55,
                  "voice_till":true,"customer_screen":"window","printer":{"kind":"network","host":"10.0.0.7"},
                  "receipt":{"address":"x","print":"ask"}})");
        const auto settings = TillSettings::read(m_file, true);
        QVERIFY(settings);
        QCOMPARE(settings->members(), written());
    }
    void whatTheTillWouldNotStartWithIsNeverWritten()
    {
        write(R"({"shop":"A"})");
        for (const QJsonObject &bad :
             {QJsonObject{{"paid_seconds", 11}}, QJsonObject{{"printer", QJsonObject{{"kind", "network"}}}},
              QJsonObject{{"shop", ""}}, QJsonObject{{"colour", "red"}}}) {
            const auto kept = TillSettings::keep(m_file, bad);
            QVERIFY(!kept);
            QCOMPARE(kept.error().code, ErrorCode::Configuration);
        }
        QCOMPARE(written(), (QJsonObject{{"shop", "A"}}));
    }
    void theFileIsItsOwnersAlone()
    {
        write("{}");
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        QVERIFY(TillSettings::keep(m_file, {{"pickup", true}}));
        QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther)));
    }
    void withoutAFileNothingIsKeptAnywhere()
    {
        QVERIFY(TillSettings::keep({}, {{"pickup", true}}));
        QVERIFY(!TillSettings::keep({}, {{"pickup", 1}}));
    }
    void oneChangeLeavesTheOthersAsTheyCount()
    {
        TillSettings settings;
        settings.sale.selling.pickup = true;
        settings.sale.paidSeconds = 8;
        const auto changed = settings.with({{"layout", "goods"}});
        QVERIFY(changed);
        QVERIFY(changed->sale.selling.pickup);
        QCOMPARE(changed->sale.paidSeconds, 8);
    }
    void aFileThatCannotBeReadIsNotOverwritten()
    {
        write("{oops");
        QVERIFY(!TillSettings::keep(m_file, english()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{oops"));
    }
    void aFailureToWriteIsToldAndLeavesNothing()
    {
        const auto nowhere = m_folder.filePath(QStringLiteral("missing/till.json"));
        const auto kept = TillSettings::keep(nowhere, english());
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::StoreFailure);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    }
};

QTEST_GUILESS_MAIN(TillSettingsTest)
#include "tst_till_settings.moc"
