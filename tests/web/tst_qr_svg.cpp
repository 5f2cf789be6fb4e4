// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/QrSvg.h"
#include "tests/support/QrReader.h"

#include <QRegularExpression>
#include <QTest>

namespace {

/// A picture's modules, one pixel each, from the markup's rectangles.
struct Drawn
{
    QImage modules;
    int pixels = 0; ///< width and height on the page
};

Drawn drawn(const QString &svg)
{
    static const QRegularExpression head("width=\"(\\d+)\" height=\"(\\d+)\" viewBox=\"0 0 (\\d+) (\\d+)\"");
    static const QRegularExpression dark("fill=\"#000\" d=\"([^\"]*)\"");
    static const QRegularExpression run("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    const auto sizes = head.match(svg);
    const int side = sizes.captured(3).toInt();
    Drawn drawn{QImage(side, side, QImage::Format_RGB32), sizes.captured(1).toInt()};
    drawn.modules.fill(Qt::white);
    auto runs = run.globalMatch(dark.match(svg).captured(1));
    while (runs.hasNext()) {
        const auto one = runs.next();
        for (int x = 0; x < one.captured(3).toInt(); ++x)
            drawn.modules.setPixel(one.captured(1).toInt() + x, one.captured(2).toInt(), qRgb(0, 0, 0));
    }
    return drawn;
}

} // namespace

/// What a phone reads from the markup is the text, and its modules are whole pixels.
class QrSvgTest : public QObject
{
    Q_OBJECT
private slots:
    void isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("WeChat's") << "weixin://wxpay/bizpayurl?pr=NwY5Mz9&groupid=00";
        QTest::newRow("the simulator's") << "http://192.168.100.100:48081/pay/Zr3v9QkA7";
        QTest::newRow("as long as it may be") << QString(maxQrBytes, u'x');
    }
    void isRead()
    {
        QFETCH(QString, text);
        const Drawn code = drawn(qrSvg(text));
        QCOMPARE(code.pixels % code.modules.width(), 0);
        const int scale = 4;
        QCOMPARE(QrReader::read(code.modules.scaled(code.modules.size() * scale)).text, text);
    }
    void hasItsBorderAndCorners()
    {
        const QImage modules = drawn(qrSvg("weixin://wxpay/bizpayurl?pr=NwY5Mz9")).modules;
        const int last = modules.width() - 1;
        const auto isDark = [&](int x, int y) { return modules.pixel(x, y) == qRgb(0, 0, 0); };
        for (int at = 0; at <= last; ++at) {
            for (const int edge : {0, 1, 2, 3, last - 3, last - 2, last - 1, last})
                QVERIFY(!isDark(at, edge) && !isDark(edge, at));
        }
        QVERIFY(isDark(4, 4) && isDark(last - 4, 4) && isDark(4, last - 4));
    }
    void isBlackOnWhiteWhateverThePageIs()
    {
        const auto svg = qrSvg("x");
        QVERIFY(svg.startsWith("<svg id=\"qr\""));
        QVERIFY(svg.contains("fill=\"#fff\" d=\"M0 0h29v29h-29z\""));
        QVERIFY(svg.contains("shape-rendering=\"crispEdges\""));
        QVERIFY(!svg.contains("style"));
    }
    void isNothingForWhatDoesNotFit()
    {
        QVERIFY(qrSvg({}).isEmpty());
        QVERIFY(qrSvg(QString(maxQrBytes + 1, u'x')).isEmpty());
        QVERIFY(qrSvg(QString(maxQrBytes / 3 + 1, QChar(0x4e00))).isEmpty()); // three bytes each
    }
};

QTEST_GUILESS_MAIN(QrSvgTest)
#include "tst_qr_svg.moc"
