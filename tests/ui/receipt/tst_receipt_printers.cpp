// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/PaperFile.h"
#include "tests/support/PaperPrinter.h"
#include "tests/support/Receipts.h"
#include "tests/support/VirtualClock.h"
#include "ui/receipt/EscPosTalk.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptPrinter.h"

#include <QTemporaryDir>
#include <QTest>

using Kind = PrinterSettings::Kind;
using namespace std::chrono_literals;

/// Each kind of printer prints, and says certainly or uncertainly what went wrong.
class ReceiptPrintersTest : public QObject
{
    Q_OBJECT

    static ReceiptLayout layout() { return {Receipts::sale(), PaperWidth::Mm80}; }
    static PrinterTrouble trouble(const Result<void> &result)
    {
        return result ? PrinterTrouble::None : ReceiptPrinter::troubleOf(result.error());
    }
    static PrinterSettings network(const PaperPrinter &paper)
    {
        return {.kind = Kind::Network, .host = QStringLiteral("127.0.0.1"), .port = paper.port(), .drawer = true};
    }
    static bool isWhole(const PaperDecoder &decoder)
    {
        return decoder.faults().isEmpty() && decoder.papers().size() == 1 && decoder.papers()[0].cut
               && decoder.papers()[0].lines.size() == layout().rows().size();
    }

    VirtualClock m_clock;

private slots:
    void theNetworksPrinterPrints()
    {
        PaperPrinter paper;
        const auto printer = network(paper).printer(m_clock);
        QCOMPARE(trouble(await(printer->print(layout()))), PrinterTrouble::None);
        QVERIFY(isWhole(paper.decoder));
        QCOMPARE(trouble(await(printer->openDrawer())), PrinterTrouble::None);
        QCOMPARE(paper.decoder.drawerKicks(), 1);
        QCOMPARE(paper.connections, 2);
    }
    void withoutADrawerNothingIsKicked()
    {
        PaperPrinter paper;
        auto settings = network(paper);
        settings.drawer = false;
        QVERIFY(await(settings.printer(m_clock)->openDrawer()));
        QCOMPARE(paper.connections, 0);
    }
    void whatItSaysOfItselfIsCertain_data()
    {
        QTest::addColumn<bool PaperDecoder::*>("fault");
        QTest::addColumn<PrinterTrouble>("wanted");
        QTest::newRow("paper") << &PaperDecoder::paperOut << PrinterTrouble::Paper;
        QTest::newRow("cover") << &PaperDecoder::coverOpen << PrinterTrouble::Cover;
        QTest::newRow("offline") << &PaperDecoder::offline << PrinterTrouble::Offline;
    }
    void whatItSaysOfItselfIsCertain()
    {
        QFETCH(bool PaperDecoder::*, fault);
        QFETCH(PrinterTrouble, wanted);
        PaperPrinter paper;
        paper.decoder.*fault = true;
        const auto printer = network(paper).printer(m_clock);
        const auto result = await(printer->print(layout()));
        QCOMPARE(trouble(result), wanted);
        QVERIFY(result.error().code != ErrorCode::Unknown);
        paper.decoder.*fault = false;
        paper.decoder.feed({});
        QVERIFY(paper.decoder.papers().isEmpty()); // and nothing was left in it to come out later
        QVERIFY(await(printer->print(layout())));
        QVERIFY(isWhole(paper.decoder));
    }
    void switchedOffIsNotReached()
    {
        PaperPrinter paper;
        paper.switchOff();
        const auto printer = network(paper).printer(m_clock);
        QCOMPARE(trouble(await(printer->print(layout()))), PrinterTrouble::NotReached);
        paper.switchOn();
        QVERIFY(await(printer->print(layout())));
    }
    void oneThatDoesNotAnswerIsNotPrintedOn()
    {
        PaperPrinter paper;
        paper.hangs = true;
        const auto printer = network(paper).printer(m_clock);
        const auto future = printer->print(layout());
        QTRY_COMPARE(paper.bytes, 9); // the questions, and no receipt
        m_clock.advance(EscPosTalk::statusWithin);
        QCOMPARE(trouble(await(future)), PrinterTrouble::Silent);
        QCOMPARE(paper.bytes, 9);
    }
    void oneThatIsNotAskedPrintsWithoutAWord()
    {
        PaperPrinter paper;
        paper.decoder.isMute = true;
        auto settings = network(paper);
        settings.status = false;
        QVERIFY(await(settings.printer(m_clock)->print(layout())));
        QTRY_VERIFY(isWhole(paper.decoder));
    }
    void aLineThatBreaksMidwayIsUnclear()
    {
        PaperPrinter paper;
        paper.dropsAfter = 200;
        const auto result = await(network(paper).printer(m_clock)->print(layout()));
        QCOMPARE(trouble(result), PrinterTrouble::Unclear);
        QCOMPARE(result.error().code, ErrorCode::Unknown);
    }
    void aLineThatBreaksBeforeTheReceiptIsCertain()
    {
        PaperPrinter paper;
        paper.dropsAfter = 3;
        QCOMPARE(trouble(await(network(paper).printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
    }
    void paperThatRunsOutMidwayIsUnclear()
    {
        PaperPrinter paper;
        paper.decoder.paperForLines = 4;
        const auto printer = network(paper).printer(m_clock);
        const auto future = printer->print(layout());
        QTRY_VERIFY(paper.decoder.paperOut);
        m_clock.advance(EscPosTalk::printedWithin);
        QCOMPARE(trouble(await(future)), PrinterTrouble::Unclear);
    }
    void oneThatHangsMidwayIsUnclear()
    {
        PaperPrinter paper;
        paper.decoder.paperForLines = 4;
        const auto printer = network(paper).printer(m_clock);
        const auto future = printer->print(layout());
        QTRY_VERIFY(paper.decoder.paperOut);
        paper.hangs = true;
        m_clock.advance(EscPosTalk::printedWithin);
        QVERIFY(!future.isFinished());
        m_clock.advance(EscPosTalk::statusWithin);
        QCOMPARE(trouble(await(future)), PrinterTrouble::Unclear);
    }
    void oneThatNeverTellsItsEndIsAskedHowItIs()
    {
        PaperPrinter paper;
        paper.decoder.knowsEnd = false;
        const auto printer = network(paper).printer(m_clock);
        const auto future = printer->print(layout());
        QTRY_VERIFY(isWhole(paper.decoder));
        m_clock.advance(EscPosTalk::printedWithin);
        QCOMPARE(trouble(await(future)), PrinterTrouble::None);
    }
    void aDeviceIsAskedAndPrints()
    {
        const auto paper = PaperFile::line();
        QVERIFY(paper);
        const PrinterSettings settings{.kind = Kind::Device, .path = paper->path};
        const auto printer = settings.printer(m_clock);
        QVERIFY(await(printer->print(layout())));
        QVERIFY(isWhole(paper->decoder));
        paper->decoder.paperOut = true;
        QCOMPARE(trouble(await(printer->print(layout()))), PrinterTrouble::Paper);
    }
    void aPipeTakesWhatItIsGiven()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("lp0");
        PrinterSettings settings{.kind = Kind::Device, .path = path, .status = false};
        const auto printer = settings.printer(m_clock);
        QCOMPARE(trouble(await(printer->print(layout()))), PrinterTrouble::NotReached); // not there
        const auto paper = PaperFile::pipe(path);
        QVERIFY(paper);
        QVERIFY(await(printer->print(layout())));
        QTRY_VERIFY(isWhole(paper->decoder));
    }
    void aDeviceThatTakesNothingIsCertainlyOffline()
    {
        const auto paper = PaperFile::line();
        paper->stall();
        const int filler = ::open(QFile::encodeName(paper->path).constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY);
        while (::write(filler, "          ", 10) > 0) {}
        ::close(filler);
        const PrinterSettings settings{.kind = Kind::Device, .path = paper->path, .status = false};
        const auto printer = settings.printer(m_clock);
        const auto future = printer->print(layout());
        m_clock.advance(EscPosTalk::progressWithin);
        QCOMPARE(trouble(await(future)), PrinterTrouble::Offline);
    }
    void anOrdinaryFileIsNoPrinter()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("notes"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const PrinterSettings settings{.kind = Kind::Device, .path = file.fileName(), .status = false};
        QCOMPARE(trouble(await(settings.printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
        QCOMPARE(file.size(), 0);
    }
    void aSerialLinePrints()
    {
        const auto paper = PaperFile::line();
        const PrinterSettings settings{.kind = Kind::Serial, .path = paper->path, .baud = 19200};
        const auto printer = settings.printer(m_clock);
        QVERIFY(await(printer->print(layout())));
        QVERIFY(isWhole(paper->decoder));
        paper->decoder.coverOpen = true;
        QCOMPARE(trouble(await(printer->print(layout()))), PrinterTrouble::Cover);
        const PrinterSettings wrong{.kind = Kind::Serial, .path = QStringLiteral("/dev/no-such-port")};
        QCOMPARE(trouble(await(wrong.printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
    }
    void aPrinterThatTheSystemDoesNotKnowIsNotReached()
    {
        const PrinterSettings settings{.kind = Kind::System, .name = QStringLiteral("no such printer")};
        QCOMPARE(trouble(await(settings.printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
    }
    void aFolderGetsAFileForEach()
    {
        QTemporaryDir folder;
        const QString place = folder.filePath("a/b");
        const PrinterSettings settings{.kind = Kind::Pdf, .path = place};
        const auto printer = settings.printer(m_clock);
        QVERIFY(await(printer->print(layout())));
        QVERIFY(await(printer->print(layout()))); // in the same moment
        const auto files = QDir(place).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &file : files) {
            QCOMPARE(file.suffix(), QString("pdf"));
            QVERIFY(file.size() > 1000);
        }
        const PrinterSettings wrong{.kind = Kind::Pdf, .path = files.first().filePath()};
        QCOMPARE(trouble(await(wrong.printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
        const PrinterSettings relative{.kind = Kind::Pdf, .path = "receipts"}; // to what?
        QCOMPARE(trouble(await(relative.printer(m_clock)->print(layout()))), PrinterTrouble::NotReached);
    }
    void noneSaysSo()
    {
        QCOMPARE(trouble(await(PrinterSettings().printer(m_clock)->print(layout()))), PrinterTrouble::NoPrinter);
    }
};

QTEST_MAIN(ReceiptPrintersTest)
#include "tst_receipt_printers.moc"
