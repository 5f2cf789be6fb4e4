// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KioskCover.h"
#include "ui/Language.h"
#include "ui/widgets/ActionButton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using Face = CoverView::Face;

/// What is on a kiosk's screen while its till is not, in both languages and on every screen that a till is used on.
class KioskCoverTest : public QObject
{
    Q_OBJECT

    static QString words(const KioskCover &cover, const char *name)
    {
        return cover.findChild<QLabel *>(QLatin1String(name))->text();
    }

private slots:
    void allWordsAreWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("english");
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(1024, 600), QSize(800, 480)}) {
            for (const bool english : {false, true})
                QTest::addRow("%dx%d %s", size.width(), size.height(), english ? "en" : "zh") << size << english;
        }
    }
    void allWordsAreWhole()
    {
        QFETCH(QSize, size);
        QFETCH(bool, english);
        const Language language(english ? Language::Tongue::English : Language::Tongue::Chinese);
        KioskCover cover;
        for (const Face face : {Face::Starting, Face::Again, Face::Trouble}) {
            cover.cover({face, QString(150, u'w') + QStringLiteral(" scantill: ") + QString(200, u'x')});
            cover.setWindowState(Qt::WindowNoState);
            cover.resize(size);
            QCoreApplication::processEvents();
            QCOMPARE(cover.size(), size);
            for (const char *name : {"coverTitle", "coverDetail"}) {
                const auto *label = cover.findChild<QLabel *>(QLatin1String(name));
                QVERIFY(!label->text().isEmpty() && label->height() >= label->heightForWidth(label->width()));
                QVERIFY(cover.rect().contains(label->geometry()));
            }
            const auto *again = cover.findChild<ActionButton *>("coverAgainButton");
            QCOMPARE(again->isVisible(), face == Face::Trouble);
            QVERIFY(!again->isVisible() || (again->showsAllWords() && cover.rect().contains(again->geometry())));
        }
    }
    void eachFaceSaysWhatIsGoingOn()
    {
        Language language(Language::Tongue::English);
        KioskCover cover;
        QSignalSpy again(&cover, &KioskCover::againWished);
        cover.cover({Face::Again});
        QCOMPARE(words(cover, "coverTitle"), QString("One moment"));
        QTest::keyClick(&cover, Qt::Key_Return);
        QCOMPARE(again.size(), 0); // it comes by itself
        cover.cover({Face::Trouble, "scantill: why"});
        QCOMPARE(words(cover, "coverTitle"), QString("The till does not start"));
        QCOMPARE(words(cover, "coverWords"), QString("scantill: why"));
        language.use(Language::Tongue::Chinese);
        QCoreApplication::processEvents();
        QCOMPARE(words(cover, "coverTitle"), QString::fromUtf8("收银台启动不了"));
        QTest::keyClick(&cover, Qt::Key_Enter);
        QTest::mouseClick(cover.findChild<ActionButton *>("coverAgainButton"), Qt::LeftButton);
        QCOMPARE(again.size(), 2);
    }
};

QTEST_MAIN(KioskCoverTest)
#include "tst_kiosk_cover.moc"
