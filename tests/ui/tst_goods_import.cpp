// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/SettingsRig.h"
#include "ui/selling/GoodsApi.h"

#include <QTest>

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Step = SettingsView::Step;
using Say = SettingsView::Say;

/// The shop's goods out of a file and into one, at the till.
class GoodsImportTest : public QObject
{
    Q_OBJECT
    static void open(SettingsRig &rig) { rig.show(Group::Goods); }

private slots:
    void aFileGoesToTheServerAsItIs()
    {
        SettingsRig rig;
        open(rig);
        const int asked = rig.goods.asked;
        rig.set(Item::ImportGoods, rig.file("a.csv", "code,barcode\n"));
        QCOMPARE(rig.view().say, Say::Importing);
        QCOMPARE(rig.sheets.replaced.asked, (QList<QStringList>{{"code,barcode\n", ""}}));
        rig.sheets.replaced.answer(GoodsSheetDesk::Taken{.count = 12});
        QCOMPARE(rig.view().say, Say::Imported);
        QCOMPARE(rig.view().count, 12);
        QCOMPARE(rig.goods.asked, asked + 1); // this till sells them now, not in some minutes
    }
    void oneAtATime()
    {
        SettingsRig rig;
        open(rig);
        const auto file = rig.file("a.csv", "a");
        rig.set(Item::ImportGoods, file);
        rig.set(Item::ImportGoods, file);
        rig.set(Item::ExportGoods, file);
        QCOMPARE(rig.sheets.replaced.asked.size(), 1);
        QVERIFY(rig.sheets.sheets.asked.isEmpty());
        QCOMPARE(rig.refusals, 2);
    }
    void wrongLinesAreShownTwentyOfThem()
    {
        SettingsRig rig;
        open(rig);
        rig.set(Item::ImportGoods, rig.file("a.csv", "a"));
        GoodsSheetDesk::Taken taken;
        for (int line = 2; line < 40; ++line)
            taken.wrong.append({line, QStringLiteral("price")});
        rig.sheets.replaced.answer(taken);
        QCOMPARE(rig.view().say, Say::WrongLines);
        QCOMPARE(rig.view().wrong.size(), 20);
        QCOMPARE(rig.view().wrong[0].line, 2);
        rig.show(Group::Goods);
        QVERIFY(rig.view().wrong.isEmpty());
    }
    void whoMayNotAsksASupervisor()
    {
        SettingsRig rig;
        open(rig);
        rig.set(Item::ImportGoods, rig.file("a.csv", "a"));
        rig.sheets.replaced.answer(OfficeRig::says(ErrorCode::Forbidden, "ROLE_TOO_LOW"));
        QCOMPARE(rig.view().step, Step::Supervisor);
        rig.sign();
        QCOMPARE(rig.sheets.replaced.asked.back(), (QStringList{"a", "supervisor-1"}));
        QVERIFY(rig.ended.isEmpty());
        rig.sheets.replaced.answer(GoodsSheetDesk::Taken{.count = 1});
        QCOMPARE(rig.ended, QByteArrayList{"supervisor-1"});
        QCOMPARE(rig.view().say, Say::Imported);
    }
    void aFileThatIsNoneNeverLeavesTheTill()
    {
        SettingsRig rig;
        open(rig);
        rig.set(Item::ImportGoods, rig.folder.filePath("missing.csv"));
        QCOMPARE(rig.view().say, Say::FileNotRead);
        rig.set(Item::ImportGoods, rig.folder.path());
        QCOMPARE(rig.view().say, Say::FileNotRead);
        rig.set(Item::ImportGoods, rig.file("large.csv", QByteArray(GoodsSheetDesk::mostBytes + 1, 'a')));
        QCOMPARE(rig.view().say, Say::FileTooLarge);
        QVERIFY(rig.sheets.replaced.asked.isEmpty());
    }
    void noAnswerIsNoRefusal()
    {
        SettingsRig rig;
        open(rig);
        const int asked = rig.goods.asked;
        rig.set(Item::ImportGoods, rig.file("a.csv", "a"));
        rig.sheets.replaced.answer(OfficeRig::says(ErrorCode::Unknown, "NO_ANSWER"));
        QCOMPARE(rig.view().say, Say::NotAnswered);
        QCOMPARE(rig.goods.asked, asked + 1);
        rig.set(Item::ImportGoods, rig.file("a.csv", "a"));
        rig.sheets.replaced.answer(OfficeRig::says(ErrorCode::Conflict, "GOODS_TOO_MANY"));
        QCOMPARE(rig.view().say, Say::ImportRefused);
        QCOMPARE(rig.view().code, QString("GOODS_TOO_MANY"));
    }
    void theListIsSavedWhereOneSays()
    {
        SettingsRig rig;
        open(rig);
        const QString file = rig.folder.filePath("out.csv");
        rig.set(Item::ExportGoods, file);
        rig.sheets.sheets.answer(QByteArray("\xef\xbb\xbf"
                                            "code\r\n"));
        QCOMPARE(rig.view().say, Say::Exported);
        QCOMPARE(rig.view().code, QString("out.csv"));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("\xef\xbb\xbf"
                                             "code\r\n"));
        rig.set(Item::ExportGoods, rig.folder.filePath("no/such/out.csv"));
        rig.sheets.sheets.answer(QByteArray("code"));
        QCOMPARE(rig.view().say, Say::NotExported);
    }
    void theCountAndItsTimeAreShown()
    {
        SettingsRig rig;
        open(rig);
        QVERIFY(rig.view().goodsAt.isValid());
        QCOMPARE(rig.view().goods, 0);
    }
    void theServerIsAskedInItsWords()
    {
        LoopbackServer server;
        GoodsApi api(server.url(), "terminal-token");
        api.useSession("cashier-1");
        server.answer = [](const LoopbackServer::Request &request) -> LoopbackServer::Reply {
            if (request.method == "GET")
                return {200, "code,barcode"};
            return {200, R"({"count":2,"version":9})"};
        };
        const auto taken = await(api.replace("code\nA\n", {}));
        QVERIFY(taken);
        QCOMPARE(taken->count, 2);
        const auto &asked = server.requests.back();
        QVERIFY(asked.head.startsWith("POST /api/v1/goods.csv HTTP"));
        QVERIFY(asked.head.toLower().contains("content-type: text/csv"));
        QVERIFY(asked.head.contains("X-Operator-Session: cashier-1"));
        QCOMPARE(asked.raw, QByteArray("code\nA\n"));
        (void)await(api.replace("code\n", "supervisor-1"));
        QVERIFY(server.requests.back().head.contains("X-Operator-Session: supervisor-1"));
        const auto sheet = await(api.sheet());
        QVERIFY(sheet);
        QCOMPARE(*sheet, QByteArray("code,barcode"));
        server.answer = [](const LoopbackServer::Request &) -> LoopbackServer::Reply {
            return {400, R"({"code":"PARAM_ERROR","message":"m","lines":[{"line":3,"message":"price"}]})"};
        };
        const auto wrong = await(api.replace("x", {}));
        QVERIFY(wrong);
        QCOMPARE(wrong->wrong[0].line, 3);
        server.answer = [](const LoopbackServer::Request &) -> LoopbackServer::Reply {
            return {403, R"({"code":"ROLE_TOO_LOW","message":"m"})"};
        };
        QCOMPARE(await(api.replace("x", {})).error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(GoodsImportTest)
#include "tst_goods_import.moc"
