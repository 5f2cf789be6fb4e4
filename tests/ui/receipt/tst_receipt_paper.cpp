// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PaperDecoder.h"
#include "tests/support/Receipts.h"
#include "ui/Language.h"
#include "ui/receipt/EscPos.h"
#include "ui/receipt/PaperText.h"
#include "ui/receipt/ReceiptPainter.h"
#include "ui/receipt/ReceiptPreview.h"

#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

/// What is previewed is what comes out: the same rows, at the same places.
class ReceiptPaperTest : public QObject
{
    Q_OBJECT

    struct Ink
    {
        int first = -1;
        int last = -1;
    };
    /// Where the ink of a band of a picture begins and ends.
    static Ink inkOf(const QImage &image, int top, int height)
    {
        Ink ink;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = top; y < top + height; ++y) {
                if (qGray(image.pixel(x, y)) < 200) {
                    ink.first = ink.first < 0 ? x : ink.first;
                    ink.last = x;
                    break;
                }
            }
        }
        return ink;
    }
    static PaperDecoder printed(const ReceiptLayout &layout, bool cut = true)
    {
        PaperDecoder decoder(layout.columns());
        decoder.feed(EscPos::receipt(layout, cut));
        return decoder;
    }
    static void save(const QImage &image, const QString &name)
    {
        QDir().mkpath(PICTURES);
        QVERIFY(image.save(QStringLiteral(PICTURES "/%1.png").arg(name)));
    }

    Language m_language;

private slots:
    void init() { m_language.use(Language::Tongue::Chinese); }

    void thePrinterGetsTheSameRows_data()
    {
        QTest::addColumn<PaperWidth>("paper");
        QTest::newRow("58 mm") << PaperWidth::Mm58;
        QTest::newRow("80 mm") << PaperWidth::Mm80;
    }
    void thePrinterGetsTheSameRows()
    {
        QFETCH(PaperWidth, paper);
        for (const auto &[name, receipt] : Receipts::all()) {
            const ReceiptLayout layout(receipt, paper);
            const PaperDecoder decoder = printed(layout);
            QCOMPARE(decoder.faults(), QStringList());
            QCOMPARE(decoder.papers().size(), 1);
            QVERIFY(decoder.papers()[0].cut);
            const auto lines = decoder.papers()[0].lines;
            QCOMPARE(lines.size(), layout.rows().size());
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const ReceiptRow row = layout.rows()[i];
                QCOMPARE(lines[i].text, row.text);
                QCOMPARE(lines[i].centred, row.centred);
                if (row.text.isEmpty())
                    continue;
                QCOMPARE(lines[i].bold, row.bold);
                QCOMPARE(lines[i].width, row.widthFactor());
                QCOMPARE(lines[i].height, row.heightFactor());
            }
        }
    }
    void thePreviewIsThePaper_data() { thePrinterGetsTheSameRows_data(); }
    void thePreviewIsThePaper()
    {
        QFETCH(PaperWidth, paper);
        for (const auto &[name, receipt] : Receipts::all()) {
            const ReceiptLayout layout(receipt, paper);
            const QImage preview = ReceiptPainter::image(layout);
            const QImage out = printed(layout).picture();
            QCOMPARE(preview.size(), out.size());
            QImage both(out.width() * 2 + 40, out.height(), QImage::Format_RGB32);
            both.fill(Qt::lightGray);
            QPainter painter(&both);
            painter.drawImage(0, 0, preview);
            painter.drawImage(out.width() + 40, 0, out);
            painter.end();
            save(both, QStringLiteral("%1-%2").arg(QLatin1String(name)).arg(layout.columns()));
            int top = 32;
            for (const ReceiptRow &row : layout.rows()) {
                const int height = ReceiptPainter::rowDots(row);
                const Ink painted = inkOf(preview, top, height);
                const Ink wanted = inkOf(out, top, height);
                const int slack = 10 * row.widthFactor(); // two fonts' bearings within a cell
                QVERIFY2(std::abs(painted.first - wanted.first) <= slack, qPrintable(row.text));
                QVERIFY2(std::abs(painted.last - wanted.last) <= slack, qPrintable(row.text));
                QCOMPARE(painted.first < 0, row.text.isEmpty());
                top += height;
            }
            QCOMPARE(inkOf(preview, top, preview.height() - top).first, -1);
        }
    }
    void itIsTornByHandWhereNothingCuts()
    {
        const ReceiptLayout layout(Receipts::sale(), PaperWidth::Mm58);
        QVERIFY(!EscPos::receipt(layout, false).contains("\x1DV"));
        QVERIFY(EscPos::receipt(layout, false).endsWith("\033d\x04"));
        QCOMPARE(printed(layout, false).faults(), QStringList());
    }
    void theDrawerIsKickedAlone()
    {
        PaperDecoder decoder(48);
        decoder.feed(EscPos::drawerKick());
        QCOMPARE(decoder.drawerKicks(), 1);
        QCOMPARE(decoder.faults(), QStringList());
        QVERIFY(decoder.papers().isEmpty());
    }
    void anUnknownCommandIsSeen()
    {
        for (const QByteArray &bytes : {QByteArray("\033Z"), QByteArray("\033Zz"), QByteArray("\x1DV\x01"),
                                        QByteArray("\x07"), QByteArray("\xFE\xFE"), QByteArray("\x81\x30\x84\x36")}) {
            PaperDecoder decoder(48);
            decoder.feed(bytes);
            decoder.feed(" ");
            QVERIFY2(!decoder.faults().isEmpty(), bytes.toHex());
        }
    }
    void aPdfIsAsWideAsThePaper()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("receipt.pdf");
        QVERIFY(ReceiptPainter::pdf(path, ReceiptLayout(Receipts::sale(), PaperWidth::Mm80)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY2(bytes.contains("/MediaBox [0 0 227"), bytes.mid(bytes.indexOf("/MediaBox"), 60)); // 80 mm
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        QVERIFY(
            !ReceiptPainter::pdf(folder.filePath("no/such.pdf"), ReceiptLayout(Receipts::sale(), PaperWidth::Mm80)));
    }
    void theWidgetShowsIt()
    {
        ReceiptPreview preview;
        preview.show(ReceiptLayout(Receipts::copy(), PaperWidth::Mm80));
        preview.resize(preview.sizeHint());
        QVERIFY(preview.accessibleDescription().contains("补打 第2次"));
        QCOMPARE(preview.accessibleName(), QString("小票预览"));
        const QImage whole = preview.grab().toImage();
        save(whole, "preview");
        QVERIFY(inkOf(whole, 0, whole.height()).first > 0);
        QVERIFY(preview.heightForWidth(preview.sizeHint().width() / 2) < preview.sizeHint().height());
        m_language.use(Language::Tongue::English);
        QApplication::sendPostedEvents();
        QVERIFY(preview.accessibleName().startsWith("The receipt"));
    }
};

QTEST_MAIN(ReceiptPaperTest)
#include "tst_receipt_paper.moc"
