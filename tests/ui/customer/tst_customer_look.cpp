// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QrReader.h"
#include "tests/ui/customer/CustomerRig.h"
#include "ui/customer/CustomerLines.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RunLine.h"

#include <QTest>

/// The customer's screen at every size, theme and language: all words, one above the other, and a code that a phone
/// reads.
class CustomerLookTest : public QObject
{
    Q_OBJECT

    static CustomerRig *rigOf(QSize size, Theme::Mode mode, Language::Tongue tongue)
    {
        const Screens::Place second{QStringLiteral("B"), QRect(QPoint(1366, 0), size)};
        auto *rig = new CustomerRig(CustomerWindow::Where::Auto, {CustomerRig::cashiers, second}, mode, tongue);
        rig->open();
        return rig;
    }
    static QRect place(const CustomerRig &rig, const QWidget *widget)
    {
        return {widget->mapTo(&rig.window, QPoint(0, 0)), widget->size()};
    }
    static void verifyWhole(const CustomerRig &rig, const QString &scene)
    {
        QList<const QWidget *> leaves;
        for (const QWidget *widget : rig.window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            bool whole = true;
            bool leaf = true;
            if (const auto *pill = qobject_cast<const Pill *>(widget))
                whole = pill->showsAllWords();
            else if (const auto *line = qobject_cast<const RunLine *>(widget))
                whole = line->showsAllWords();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                whole = label->heightForWidth(label->width()) <= label->height();
            else if (const auto *amount = qobject_cast<const AmountLabel *>(widget))
                whole = QRectF(amount->rect()).contains(amount->inkRect());
            else
                leaf = widget->objectName() == QLatin1String("qrView")
                       || widget->objectName() == QLatin1String("tickView")
                       || widget->objectName() == QLatin1String("customerLines");
            const QByteArray which = (widget->objectName() + QStringLiteral(" on ") + scene).toUtf8();
            QVERIFY2(whole, which);
            if (!leaf)
                continue;
            QVERIFY2(rig.window.rect().contains(place(rig, widget)), which);
            for (const QWidget *other : leaves)
                QVERIFY2(!place(rig, widget).intersects(place(rig, other)),
                         which + " over " + other->objectName().toUtf8());
            leaves.append(widget);
        }
        QVERIFY2(!leaves.isEmpty(), qPrintable(scene));
    }

private slots:
    void eachFace_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("english");
        for (const QSize size : {QSize(1920, 1080), QSize(1366, 768), QSize(1280, 800), QSize(1024, 600),
                                 QSize(800, 480), QSize(768, 1366)}) {
            for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast}) {
                for (const bool english : {false, true})
                    QTest::addRow("%dx%d %d %s", size.width(), size.height(), int(mode), english ? "en" : "zh")
                        << size << int(mode) << english;
            }
        }
    }
    void eachFace()
    {
        QFETCH(QSize, size);
        QFETCH(int, mode);
        QFETCH(bool, english);
        const std::unique_ptr<CustomerRig> rig(
            rigOf(size, Theme::Mode(mode), english ? Language::Tongue::English : Language::Tongue::Chinese));
        QCOMPARE(rig->window.size(), size);
        for (const CustomerScene &scene : CustomerScene::all(true)) {
            rig->show(scene.view);
            verifyWhole(*rig, scene.name);
            if (scene.name == QLatin1String("lines")) // which leave room for more
                QCOMPARE(rig->visible<CustomerLines>("customerLines")->shownLines(), scene.view.lines.size());
            QVERIFY2(scene.view.face == CustomerView::Face::Paid || rig->visible("practiceBadge"),
                     qPrintable(scene.name));
            QCOMPARE(QrReader::read(rig->window.grab().toImage()).text, scene.view.codeUrl);
        }
    }
    void theCodeIsAsLargeAsTheScreenAllows_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1920, 1080), QSize(1366, 768), QSize(1024, 600), QSize(800, 480)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void theCodeIsAsLargeAsTheScreenAllows()
    {
        QFETCH(QSize, size);
        const std::unique_ptr<CustomerRig> rig(rigOf(size, Theme::Mode::Light, Language::Tongue::Chinese));
        for (const CustomerScene &scene : CustomerScene::all(true)) {
            if (scene.view.codeUrl.isEmpty())
                continue;
            rig->show(scene.view);
            const auto *qr = rig->visible<QrView>("qrView");
            QVERIFY(qr && qr->codeRect().width() >= QrView::minLogicalPx * qr->devicePixelRatioF());
            QVERIFY(qr->codeRect().width() >= size.height() * 45 / 100);
            const QRectF code = qr->codeRect().translated(place(*rig, qr).topLeft());
            QVERIFY(!code.intersects(place(*rig, rig->visible("practiceBadge"))));
        }
    }
    void aTapDoesNothing()
    {
        const std::unique_ptr<CustomerRig> rig(rigOf({1024, 600}, Theme::Mode::Light, Language::Tongue::Chinese));
        for (const CustomerScene &scene : CustomerScene::all(false)) {
            rig->show(scene.view);
            const QImage before = rig->window.grab().toImage();
            QTest::mouseClick(rig->visible("customerPage"), Qt::LeftButton);
            rig->settle();
            QVERIFY2(scene.view.face == CustomerView::Face::Paid || rig->window.grab().toImage() == before,
                     qPrintable(scene.name));
        }
    }
};

QTEST_MAIN(CustomerLookTest)
#include "tst_customer_look.moc"
