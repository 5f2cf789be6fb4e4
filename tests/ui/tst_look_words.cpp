// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/Wording.h"
#include "ui/widgets/HelpSheet.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TouchButton.h"
#include "ui/widgets/TruthLine.h"

#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class LookWordsTest : public QObject
{
    Q_OBJECT
private slots:
    void everySourceHasItsFinishedChinese()
    {
        QTemporaryDir directory;
        const QString fresh = directory.filePath(QStringLiteral("fresh.ts"));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE), {QStringLiteral(SOURCE_ROOT "/ui"), QStringLiteral("-no-obsolete"),
                                                QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished() && lupdate.exitCode() == 0);
        const auto sources = messages(fresh);
        const auto chinese = messages(QStringLiteral(SOURCE_ROOT "/resources/i18n/scantill_zh_CN.ts"));
        QVERIFY(sources.size() > 80);
        for (auto each = sources.begin(); each != sources.end(); ++each)
            QVERIFY2(!chinese.value(each.key()).isEmpty(), qPrintable(QStringLiteral("no Chinese for: ") + each.key()));
        for (auto each = chinese.begin(); each != chinese.end(); ++each) {
            QVERIFY2(sources.contains(each.key()), qPrintable(QStringLiteral("nobody says: ") + each.key()));
            for (const char *place : {"%1", "%2"})
                QCOMPARE(each.value().contains(QLatin1String(place)), each.key().contains(QLatin1String(place)));
        }
    }
    void theAgreedSentencesAreWordForWord()
    {
        const Language chinese;
        const Money due = *Money::fromFen(3650), got = *Money::fromFen(3600);
        const QDateTime at(QDate(2026, 11, 22), QTime(10, 42, 31));
        using Kind = Notice::Kind;
        const auto says = [](const Notice &notice, const char *words) {
            return Wording::notice(notice) == QString::fromUtf8(words);
        };
        QVERIFY(says({.kind = Kind::Checking}, "正在向微信核实。结果出来前，请勿重复收款，也先别交货。"));
        QVERIFY(says({.kind = Kind::Expired}, "收款码已过期，本单没有收到钱。按 F6 重新出码。"));
        QVERIFY(says({.kind = Kind::CancelNotYours}, "这一单是别的收银员开的，请店长登录后取消。"));
        QVERIFY(says({.kind = Kind::PaidNotCancelled, .amount = due}, "顾客已付款 ¥36.50，不能取消。要退钱请按 F9。"));
        QVERIFY(says({.kind = Kind::PaidLate, .amount = due}, "有一笔超时后到账的付款 ¥36.50，已放入“待处理款项”。"));
        QVERIFY(says({.kind = Kind::AmountDiffers, .amount = got, .expected = due},
                     "金额不符：应收 ¥36.50，微信到账 ¥36.00。请先别交货，叫店长处理。"));
        QVERIFY(says({.kind = Kind::Offline}, "网络断了，暂时不能出码。刚才的码顾客可能已经付了，恢复后自动核实。"));
        QVERIFY(says({.kind = Kind::CodeShown, .at = at}, "10:42:31 收款码已显示"));
        QVERIFY(says({.kind = Kind::QueriedUnpaid, .at = at}, "微信查询结果：未付款（10:42:31）"));
        QVERIFY(says({.kind = Kind::SecondPressForBigAmount, .amount = *Money::fromFen(365000)},
                     "金额较大，再按一次确认 ¥3,650.00"));
        QVERIFY(says({.kind = Kind::ParkedPaid, .amount = due, .code = QStringLiteral("4821")},
                     "上一单 ¥36.50 已到账 · 尾号 4821"));
        QCOMPARE(Wording::practiceBadge(), QString::fromUtf8("练习模式 · 不会真的收钱"));
        QCOMPARE(Wording::paid(true), QString::fromUtf8("练习收款成功 · 没有真的收钱"));
        QCOMPARE(Wording::payer(*Money::fromFen(3450), *Money::fromFen(200)),
                 QString::fromUtf8("顾客实付 ¥34.50（微信优惠 ¥2.00）"));
        QCOMPARE(Wording::customerWithin(278), QString::fromUtf8("请在 4:38 内付款"));
    }
    void nothingIsCutOffOrCovered_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("english");
        for (const QSize size : LookWindow::sizes())
            for (const bool english : {false, true})
                QTest::addRow("%dx%d %s", size.width(), size.height(), english ? "en" : "zh") << size << english;
    }
    void nothingIsCutOffOrCovered()
    {
        QFETCH(QSize, size);
        QFETCH(bool, english);
        LookWindow look(size, english ? Language::Tongue::English : Language::Tongue::Chinese);
        for (const LookScene &scene : LookScene::all(true)) {
            look.show(scene.view);
            verifyWhole(look, scene.name);
        }
        for (const char *scene : {"ready-sum", "waiting", "paid"}) {
            look.show(scene, true);
            for (int kind = 0; kind <= int(Notice::Kind::FinishSaleFirst); ++kind) {
                TillView view = look.window.view();
                view.notice = {Notice::Kind(kind),
                               QDateTime(QDate(2026, 11, 22), QTime(10, 42, 31)),
                               *Money::fromFen(9'999'999),
                               *Money::fromFen(9'999'998),
                               {}};
                look.show(view);
                verifyWhole(look, QStringLiteral("%1, notice %2").arg(QLatin1String(scene)).arg(kind));
            }
        }
        for (const char *scene : {"ready-typing", "waiting", "paid", "lock", "history", "check", "settings"}) {
            look.show(scene, true);
            look.window.toggleHelp();
            look.settle();
            QVERIFY2(look.visible<HelpSheet>("helpSheet")->showsAllWords(), scene);
        }
    }
    void theLockIsWholeOnThe800By480Screen()
    {
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English}) {
            LookWindow look({800, 480}, tongue);
            for (const LookScene &scene : LookScene::all(true)) {
                if (!scene.view.lock.locked)
                    continue;
                look.show(scene.view);
                verifyWhole(look, scene.name);
            }
        }
    }
    void theOrdersAndSettingsAreWholeOnThe800By480Screen()
    {
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English}) {
            LookWindow look({800, 480}, tongue);
            for (const LookScene &scene : LookScene::all(true)) {
                const auto page = scene.view.office.page;
                if (page != OfficeView::Page::History && page != OfficeView::Page::Check
                    && page != OfficeView::Page::Settings)
                    continue;
                look.show(scene.view);
                verifyWhole(look, scene.name);
            }
        }
    }
    void theLanguageIsSwitchedAtRunTime()
    {
        LookWindow look;
        look.show("waiting", true);
        const auto *cancel = look.visible<TouchButton>("cancelButton");
        QCOMPARE(cancel->text(), QString::fromUtf8("取消收款"));
        QTest::mouseClick(look.visible("languageButton"), Qt::LeftButton);
        look.settle();
        QCOMPARE(cancel->text(), QStringLiteral("Cancel payment"));
        QCOMPARE(look.visible<Pill>("statePill")->text(), QStringLiteral("Waiting for payment"));
        QTest::mouseClick(look.visible("languageButton"), Qt::LeftButton);
        look.settle();
        QCOMPARE(cancel->text(), QString::fromUtf8("取消收款"));
    }

private:
    /// source and comment -> finished translation, empty when unfinished.
    static QHash<QString, QString> messages(const QString &path)
    {
        QHash<QString, QString> found;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return found;
        QXmlStreamReader xml(&file);
        QString source, comment, translation;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("message"))
                source = comment = translation = QString();
            else if (xml.isStartElement() && xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == QLatin1String("comment"))
                comment = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == QLatin1String("translation")) {
                const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
                translation = xml.readElementText();
                if (!finished)
                    translation.clear();
            } else if (xml.isEndElement() && xml.name() == QLatin1String("message"))
                found.insert(comment.isEmpty() ? source : source + QLatin1Char('|') + comment, translation);
        }
        return found;
    }
    static void verifyWhole(const LookWindow &look, const QString &scene)
    {
        QList<const QWidget *> leaves;
        for (const QWidget *widget : look.window.findChildren<QWidget *>()) {
            const QString which = QStringLiteral("%1 on %2").arg(widget->objectName(), scene);
            bool whole = true, leaf = true;
            if (!widget->isVisible())
                continue;
            if (const auto *button = qobject_cast<const TouchButton *>(widget))
                whole = button->showsAllWords();
            else if (const auto *pill = qobject_cast<const Pill *>(widget))
                whole = pill->showsAllWords();
            else if (const auto *line = qobject_cast<const RunLine *>(widget))
                whole = line->showsAllWords();
            else if (const auto *truth = qobject_cast<const TruthLine *>(widget))
                whole = truth->showsAllWords();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                whole = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                          : label->sizeHint().width() <= label->width();
            else
                leaf =
                    widget->objectName() == QLatin1String("amount") || widget->objectName() == QLatin1String("qrView");
            QVERIFY2(whole, qPrintable(which + QStringLiteral(" is cut off: ") + widget->accessibleName()));
            if (leaf)
                leaves.append(widget);
        }
        for (qsizetype i = 0; i < leaves.size(); ++i)
            for (qsizetype j = i + 1; j < leaves.size(); ++j)
                QVERIFY2(!look.place(leaves[i]).intersects(look.place(leaves[j])),
                         qPrintable(QStringLiteral("%1 over %2 on %3")
                                        .arg(leaves[i]->objectName(), leaves[j]->objectName(), scene)));
    }
};

QTEST_MAIN(LookWordsTest)
#include "tst_look_words.moc"
