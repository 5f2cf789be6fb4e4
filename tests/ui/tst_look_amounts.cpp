// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/AmountLabel.h"

#include <QTest>

class LookAmountsTest : public QObject
{
    Q_OBJECT
private slots:
    void isWholeOnEveryPage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("scene");
        for (const QSize size : LookWindow::sizes())
            for (const char *scene : {"ready-typing", "waiting", "customer", "paid", "cancelled"})
                QTest::addRow("%s %dx%d", scene, size.width(), size.height()) << size << QString::fromLatin1(scene);
    }
    void isWholeOnEveryPage()
    {
        QFETCH(QSize, size);
        QFETCH(QString, scene);
        LookWindow look(size);
        look.show(scene.toLatin1().constData(), true);
        for (const qint64 fen : {1LL, 3650LL, 99999LL, 888888LL, 9'999'999LL}) {
            TillView view = look.window.view();
            view.amount = *Money::fromFen(fen);
            view.entry = {view.amount.yuan(), {}, {}, view.amount};
            look.show(view);
            const auto *label = look.visible<AmountLabel>("amount");
            QVERIFY(label);
            QVERIFY(label->text().remove(QLatin1Char(',')) == view.amount.yuan());
            QVERIFY2(QRectF(label->rect()).contains(label->inkRect()), qPrintable(label->text()));
            QVERIFY(label->inkRect().height() >= (size.height() > 700 ? 24 : 14)); // shrunk, not to nothing
            QVERIFY(edgesAreEmpty(label, look));
        }
    }
    void digitsStandStill()
    {
        LookWindow look;
        look.show("ready-typing", false);
        TillView view = look.window.view();
        auto *label = look.visible<AmountLabel>("amount");
        label->setAmount(QStringLiteral("11.11"));
        const QRectF ones = label->inkRect();
        label->setAmount(QStringLiteral("44.44"));
        QCOMPARE(label->inkRect(), ones);
    }

private:
    /// No ink in the outermost columns and rows of the label: nothing is cut off there.
    static bool edgesAreEmpty(const AmountLabel *label, LookWindow &look)
    {
        const QImage picture = look.window.grab(look.place(label)).toImage();
        const auto differs = [&](int x, int y, int fromX, int fromY) {
            // A hatched ground has stripes of two reds; ink is white or near black, far from both.
            return qAbs(qGray(picture.pixel(x, y)) - qGray(picture.pixel(fromX, fromY))) > 60;
        };
        for (int y = 0; y < picture.height(); ++y)
            if (differs(0, y, 0, 0) || differs(picture.width() - 1, y, picture.width() - 1, 0))
                return false;
        for (int x = 0; x < picture.width(); ++x)
            if (differs(x, 0, 0, 0))
                return false;
        return true;
    }
};

QTEST_MAIN(LookAmountsTest)
#include "tst_look_amounts.moc"
