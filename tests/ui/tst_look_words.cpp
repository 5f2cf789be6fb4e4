// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/Wording.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/TouchButton.h"

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
        QVERIFY(lupdate.waitForFinished(100'000) && lupdate.exitCode() == 0);
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
};

QTEST_MAIN(LookWordsTest)
#include "tst_look_words.moc"
