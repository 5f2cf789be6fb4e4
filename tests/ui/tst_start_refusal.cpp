// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Language.h"
#include "ui/StartRefusal.h"
#include "ui/widgets/ActionButton.h"

#include <QLabel>
#include <QTest>

/// The window of a till that does not start: every word can be read, however long the sentence, and Enter closes it.
class StartRefusalTest : public QObject
{
    Q_OBJECT

private slots:
    void allWordsAreWhole_data()
    {
        QTest::addColumn<bool>("english");
        QTest::addColumn<QString>("words");
        const QString path =
            QStringLiteral("/etc/scantill/") + QString(150, u'w') + QStringLiteral("/shop.conf:2: why");
        for (const bool english : {false, true}) {
            QTest::addRow("short, %s", english ? "en" : "zh") << english << QStringLiteral("books.sqlite: <b>why</b>");
            QTest::addRow("long, %s", english ? "en" : "zh")
                << english << path + QStringLiteral(" and what else is to be said of it").repeated(8);
        }
    }
    void allWordsAreWhole()
    {
        QFETCH(bool, english);
        QFETCH(QString, words);
        const Language language(english ? Language::Tongue::English : Language::Tongue::Chinese);
        StartRefusal refusal(words);
        refusal.show();
        QCoreApplication::processEvents();
        QCOMPARE(refusal.findChild<QLabel *>("refusalTitle")->text(),
                 english ? QStringLiteral("The till does not start") : QStringLiteral("收银台启动不了"));
        QCOMPARE(refusal.findChild<QLabel *>("refusalWords")->text(), words);
        for (const char *name : {"refusalTitle", "refusalDetail", "refusalWords"}) {
            const auto *label = refusal.findChild<QLabel *>(QLatin1String(name));
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), name);
            QVERIFY2(refusal.rect().contains(label->geometry()), name);
        }
        const auto *close = refusal.findChild<ActionButton *>("refusalCloseButton");
        QVERIFY(close->showsAllWords() && refusal.rect().contains(close->geometry()));
        QVERIFY2(refusal.width() <= 800 && refusal.height() <= 480, // the smallest screen
                 qPrintable(QString("%1x%2").arg(refusal.width()).arg(refusal.height())));
    }
    void enterClosesIt()
    {
        StartRefusal refusal(QStringLiteral("why"));
        refusal.show();
        QTest::keyClick(&refusal, Qt::Key_Return);
        QCOMPARE(refusal.result(), int(QDialog::Accepted));
        QVERIFY(!refusal.isVisible());
    }
};

QTEST_MAIN(StartRefusalTest)
#include "tst_start_refusal.moc"
