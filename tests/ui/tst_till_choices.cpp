// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QDir>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What the cashier chose on the till is there at its next start.
class TillChoicesTest : public QObject
{
    Q_OBJECT
    VirtualClock m_clock;
    SeededRandom m_random;

    std::unique_ptr<Till> start(const QTemporaryDir &folder)
    {
        const auto settings = TillSettings::read(folder.filePath("till.json"), true);
        if (!settings)
            qFatal("%s", qPrintable(settings.error().message));
        auto till =
            Till::open(*settings, {QUrl("http://127.0.0.1:9"), "token"}, folder.filePath("journal"), m_clock, m_random);
        if (!till)
            qFatal("%s", qPrintable(till.error().message));
        return std::move(till).value();
    }
    static void press(Till &till, const char *name)
    {
        auto *button = till.window().findChild<QPushButton *>(QLatin1String(name));
        QVERIFY2(button, name);
        button->click();
    }
private slots:
    void languageAndThemeStayOverARestart()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("till.json");
        {
            const auto till = start(folder);
            till->window().setVisible(true);
            till->window().resize(1920, 1080); // changes the theme's measures: a size is no choice
            QCoreApplication::processEvents();
            QVERIFY(!QFile::exists(file));
            press(*till, "languageButton");
            press(*till, "themeButton");
        }
        const auto kept = TillSettings::read(file, true);
        QVERIFY(kept);
        QCOMPARE(kept->language, Language::Tongue::English);
        QCOMPARE(kept->theme, Theme::Mode::Dark);
        {
            const auto till = start(folder);
            press(*till, "languageButton");
            press(*till, "themeButton");
        }
        QCOMPARE(TillSettings::read(file, true)->language, Language::Tongue::Chinese);
        QCOMPARE(TillSettings::read(file, true)->theme, Theme::Mode::HighContrast);
        const auto till = start(folder);
        press(*till, "themeButton"); // and round again
        QCOMPARE(TillSettings::read(file, true)->theme, Theme::Mode::Light);
    }
    void soDoesTheLayout()
    {
        const QTemporaryDir folder;
        {
            const auto till = start(folder);
            till->flow().wish({Wish::Kind::Layout});
        }
        QCOMPARE(start(folder)->flow().view().selling.layout, SellingView::Layout::Goods);
    }
    void aFileThatCannotBeWrittenIsNoHarm()
    {
        QTemporaryDir folder;
        const auto till = start(folder);
        QVERIFY(QDir().mkdir(folder.filePath("till.json"))); // a folder lies where the file should
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("not kept"));
        press(*till, "languageButton");
        QCOMPARE(till->window().view().state, PayState::Ready);
    }
};

QTEST_MAIN(TillChoicesTest)
#include "tst_till_choices.moc"
