// SPDX-License-Identifier: GPL-3.0-or-later
// Run once for each scale factor (CMakeLists.txt): what a phone sees of the code is made of whole device pixels.
#include "tests/support/QrReader.h"
#include "tests/ui/LookWindow.h"
#include "ui/widgets/QrView.h"

#include <QScreen>
#include <QTest>

class LookQrTest : public QObject
{
    Q_OBJECT
private slots:
    void isReadAndMadeOfWholePixels_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("scene");
        QTest::addColumn<int>("mode");
        for (const QSize size : {QSize(1366, 768), QSize(1280, 720), QSize(1920, 1080), scaledFloor()})
            for (const char *scene : {"waiting", "customer", "lock"})
                for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast})
                    QTest::addRow("%s %dx%d %d", scene, size.width(), size.height(), int(mode))
                        << size << QString::fromLatin1(scene) << int(mode);
    }
    void isReadAndMadeOfWholePixels()
    {
        QFETCH(QSize, size);
        QFETCH(QString, scene);
        QFETCH(int, mode);
        LookWindow look(size, Language::Tongue::Chinese, Theme::Mode(mode));
        look.show(scene.toLatin1().constData(), true);
        const auto *view = look.visible<QrView>("qrView");
        QVERIFY(view);
        const QImage picture = look.window.grab().toImage();
        const qreal ratio = look.window.devicePixelRatioF();
        const TillView &shown = look.window.view();
        const QString code = shown.lock.locked ? shown.lock.qr : shown.codeUrl;
        QCOMPARE(QrReader::read(picture).text, code);

        const int perModule = view->pixelsPerModule();
        QVERIFY(perModule >= QrView::minDevicePixelsPerModule);
        const QPointF corner = QPointF(look.place(view).topLeft()) * ratio + view->codeRect().topLeft();
        const QImage expected = QrSymbol::of(code).image(perModule);
        QImage drawn = picture.copy(QRect(QPoint(qRound(corner.x()), qRound(corner.y())), expected.size()))
                           .convertToFormat(expected.format());
        drawn.setDevicePixelRatio(1);
        QCOMPARE(drawn, expected); // every pixel, the white quiet zone with it

        const qreal codeOnly = perModule * QrSymbol::of(code).size();
        const bool small = look.theme.density() != Theme::Density::Regular;
        QVERIFY2((small ? expected.width() : codeOnly) >= QrView::minLogicalPx * ratio,
                 qPrintable(QString::number(codeOnly / ratio)));
        const QScreen *screen = look.window.screen();
        if (screen->physicalSize().width() > 0) {
            const qreal native = screen->geometry().width() * screen->devicePixelRatio();
            QVERIFY(codeOnly / native * screen->physicalSize().width() >= QrView::minMillimetres);
        }
    }
    void aNewCodeOfTheSameSizeTakesTheOldOnesPlace()
    {
        LookWindow look;
        look.show("waiting", true);
        TillView view = look.window.view();
        QCOMPARE(QrReader::read(look.window.grab().toImage()).text, view.codeUrl);
        view.codeUrl.back() = QLatin1Char(view.codeUrl.back() == QLatin1Char('a') ? 'b' : 'a');
        look.show(view);
        QCOMPARE(QrReader::read(look.window.grab().toImage()).text, view.codeUrl);
        look.window.resize(1920, 1080); // and at another scale
        QCOMPARE(QrReader::read(look.window.grab().toImage()).text, view.codeUrl);
    }
    void theRegularScreenHoldsTheLargestCodeWeChatSends()
    {
        LookWindow look;
        look.show("waiting", true);
        TillView view = look.window.view();
        view.codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=") + QString(32, QLatin1Char('a'));
        look.show(view);
        const auto *qr = look.visible<QrView>("qrView");
        QCOMPARE(QrReader::read(look.window.grab().toImage()).text, view.codeUrl);
        QVERIFY(qr->pixelsPerModule() * QrSymbol::of(view.codeUrl).size()
                >= QrView::minLogicalPx * qr->devicePixelRatioF());
    }
    void refusesWhatIsNoCodeUrl()
    {
        QVERIFY(QrSymbol::of({}).isEmpty());
        QVERIFY(QrSymbol::of(QString(QrSymbol::maxBytes + 1, QLatin1Char('x'))).isEmpty());
    }

private:
    static QSize scaledFloor()
    {
        return (QSizeF(1366, 768) / qMax(1.0, qEnvironmentVariable("QT_SCALE_FACTOR").toDouble())).toSize();
    }
};

QTEST_MAIN(LookQrTest)
#include "tst_look_qr.moc"
