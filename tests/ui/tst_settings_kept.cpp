// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"
#include "ui/widgets/TextField.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using Item = SettingsView::Item;
using Say = SettingsView::Say;

/// What is set at the till counts at once where it can, and is in till.json, and nothing else there has changed.
class SettingsKeptTest : public QObject
{
    Q_OBJECT
    VirtualClock m_clock;
    SeededRandom m_random;

    std::unique_ptr<Till> start(const QTemporaryDir &folder, bool training = true)
    {
        const auto settings = TillSettings::read(folder.filePath("till.json"), training);
        if (!settings)
            qFatal("%s", qPrintable(settings.error().message));
        auto till =
            Till::open(*settings, {QUrl("http://127.0.0.1:9"), "token"}, folder.filePath("journal"), m_clock, m_random);
        if (!till)
            qFatal("%s", qPrintable(till.error().message));
        (*till)->window().setVisible(true);
        return std::move(till).value();
    }
    static QJsonObject written(const QTemporaryDir &folder)
    {
        QFile file(folder.filePath("till.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    static void set(Till &till, Item item, const QString &text = {})
    {
        till.office().wish({Wish::Kind::Setting, text, int(item)});
    }
    static void open(Till &till) { till.office().wish({Wish::Kind::Settings}); }
    template <class T> static T *visible(Till &till, const QString &name)
    {
        for (T *each : till.window().findChildren<T *>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }

private slots:
    void onlyWhatWasChangedIsWritten()
    {
        const QTemporaryDir folder;
        {
            QFile file(folder.filePath("till.json"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(R"({"shop":"A","voice_from":"clips","big_amount":100})");
        }
        const auto till = start(folder);
        open(*till);
        set(*till, Item::Pickup);
        QCOMPARE(written(folder),
                 (QJsonObject{{"shop", "A"}, {"voice_from", "clips"}, {"big_amount", 100}, {"pickup", true}}));
        QCOMPARE(QFile::permissions(folder.filePath("till.json"))
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }
    void theyCountAtOnce()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        open(*till);
        set(*till, Item::Layout, "goods");
        QCOMPARE(till->flow().view().selling.layout, SellingView::Layout::Goods);
        set(*till, Item::Language, "en");
        QCoreApplication::sendPostedEvents();
        QCOMPARE(visible<QPushButton>(*till, "settingsGroup1")->text(), QString("Sound"));
        set(*till, Item::Theme, "dark");
        QCOMPARE(visible<QPushButton>(*till, "settingsBackButton")->isVisible(), true);
        set(*till, Item::SoundVolume, "-");
        QCOMPARE(till->speaker().settings().soundVolume, 70);
        set(*till, Item::Voice);
        QVERIFY(!till->speaker().settings().voice);
        QCOMPARE(
            written(folder),
            (QJsonObject{
                {"layout", "goods"}, {"language", "en"}, {"theme", "dark"}, {"sound_volume", 70}, {"voice", false}}));
    }
    void theCustomersScreenComesAndGoes()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        till->openCustomer(false);
        QVERIFY(!till->customer().isVisible()); // there is one screen
        open(*till);
        set(*till, Item::CustomerScreen, "window");
        QVERIFY(till->customer().isVisible());
        set(*till, Item::CustomerScreen, "off");
        QVERIFY(!till->customer().isVisible());
    }
    void theBigAmountAsksForItsSecondPressAtOnce()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        open(*till);
        set(*till, Item::BigAmount);
        till->office().wish({Wish::Kind::Type, "9"});
        till->office().wish({Wish::Kind::Pay});
        QCOMPARE(written(folder), (QJsonObject{{"big_amount", 900}}));
        till->office().leave();
        for (const char *key : {"1", "0"})
            till->flow().wish({Wish::Kind::Type, QString::fromLatin1(key)});
        till->flow().wish({Wish::Kind::Pay});
        QVERIFY(till->flow().view().confirmBigAmount);
    }
    void aPrinterIsTriedAtOnce()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        open(*till);
        const QString receipts = folder.filePath("receipts");
        set(*till, Item::PrinterKind, "pdf");
        set(*till, Item::PrinterPath, receipts);
        const auto tryIt = [&](Say says) {
            set(*till, Item::TryPrint);
            m_clock.advance(std::chrono::milliseconds(0));
            return QTest::qWaitFor([&] { return till->office().view().settings.say == says; }, 20'000);
        };
        QVERIFY(tryIt(Say::Printed));
        QCOMPARE(QDir(receipts).entryList({"*.pdf"}).size(), 1);
        set(*till, Item::PrinterPath, folder.filePath("till.json")); // no folder
        QVERIFY(tryIt(Say::NotPrinted));
        set(*till, Item::PrinterKind, "none");
        QVERIFY(tryIt(Say::NotPrinted));
        QCOMPARE(till->office().view().settings.trouble, PrinterTrouble::NoPrinter);
    }
    void theTopBarsChoicesAreNotTurnedBack()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        open(*till);
        visible<QPushButton>(*till, "languageButton")->click();
        set(*till, Item::Pickup);
        set(*till, Item::Theme, "high_contrast");
        QCOMPARE(written(folder), (QJsonObject{{"language", "en"}, {"pickup", true}, {"theme", "high_contrast"}}));
        const auto kept = TillSettings::read(folder.filePath("till.json"), true);
        QVERIFY(kept);
        QCOMPARE(kept->language, Language::Tongue::English);
    }
    void aDiskThatRefusesIsToldAndNothingHasChanged()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        QVERIFY(QDir().mkdir(folder.filePath("till.json"))); // a folder lies where the file should
        open(*till);
        set(*till, Item::Pickup);
        QCOMPARE(till->office().view().settings.say, Say::NotKept);
        set(*till, Item::Layout, "goods");
        QCOMPARE(till->flow().view().selling.layout, SellingView::Layout::Amount);
    }
    void aNameIsTypedIntoItsField()
    {
        const QTemporaryDir folder;
        const auto till = start(folder);
        open(*till);
        till->office().wish({.kind = Wish::Kind::SettingsGroup, .count = int(SettingsView::Group::Shop)});
        auto *field = visible<TextField>(*till, QStringLiteral("setting%1").arg(int(Item::Shop)));
        QVERIFY(field);
        till->window().activateWindow();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "Cafe 7");
        QVERIFY(written(folder).isEmpty());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(written(folder), (QJsonObject{{"shop", "Cafe 7"}}));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "1+2");
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString("Cafe 7"));
        QVERIFY(till->flow().view().entry.isEmpty()); // the field's keys are no sale's
    }
};

QTEST_MAIN(SettingsKeptTest)
#include "tst_settings_kept.moc"
