// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"

#include <QTest>
#include <cmath>

/// WCAG's contrast of two colours, 1 to 21.
static double contrast(const QColor &one, const QColor &other)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto light = [&](const QColor &c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF()) + 0.05;
    };
    return std::max(light(one), light(other)) / std::min(light(one), light(other));
}

class LookContrastTest : public QObject
{
    Q_OBJECT
private slots:
    void isReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        const auto theme = [](const char *name, const ThemeTokens &t) {
            const auto row = [name](const char *what, const QColor &ink, const QColor &ground, double least) {
                QTest::addRow("%s %s", name, what) << ink << ground << least;
            };
            row("amount", t.ink, t.surface, 7);
            row("yen sign and labels", t.muted, t.surface, 4.5);
            row("labels on the ground", t.muted, t.ground, 4.5);
            row("not typed yet", t.pale, t.surface, 4.5);
            row("disabled action", t.pale, t.raised, 4.5);
            struct Named
            {
                const char *name;
                Tint tint;
            };
            for (const Named &each : {Named{"grey", t.grey}, Named{"green", t.accent}, Named{"amber", t.amber},
                                      Named{"red", t.red}, Named{"blue", t.blue}, Named{"purple", t.purple}}) {
                row((QByteArray(each.name) + " state").constData(), each.tint.ink, each.tint.soft, 7);
                row((QByteArray(each.name) + " notice").constData(), each.tint.ink, t.surface, 7);
                row((QByteArray(each.name) + " frame").constData(), each.tint.mark, t.surface, 3);
            }
            row("login number", t.blue.mark, t.ground, 4.5);
            row("login number of a strange phone", t.amber.mark, t.ground, 4.5);
            row("chosen person", t.accent.mark, t.raised, 4.5);
            row("empty dot", t.pale, t.surface, 3);
            row("wrong PIN", t.red.ink, t.surface, 7);
            row("cancel", t.red.mark, t.raised, 4.5);
            row("last sale, faults in the strip", t.accent.mark, t.surface, 4.5);
            row("parked", t.amber.mark, t.surface, 4.5);
            row("refunds on the way", t.purple.mark, t.surface, 4.5);
            row("chosen row's amount", t.ink, t.accent.soft, 7);
            row("chosen row's detail", t.muted, t.accent.soft, 4.5);
            row("page that is up", t.accent.ink, t.accent.soft, 4.5);
            row("Pay", t.onAccent, t.accent.mark, 4.5);
            row("Pay, once more", t.onPayAgain, t.payAgain, 7);
            row("paid amount", Qt::white, t.paid, 7);
            row("paid words", t.onPaid, t.paid, 4.5);
            row("change", Qt::white, t.byHand, 7);
            row("words beside the change", t.onByHand, t.byHand, 4.5);
            row("goods' name", t.ink, t.surface, 7);
            row("goods' key", t.pale, t.surface, 4.5);
            row("discount", t.accent.ink, t.surface, 7);
            row("chosen discount", t.accent.ink, t.accent.soft, 4.5);
            row("practice paid amount", Qt::white, t.hatch, 7);
            row("practice paid amount on the stripes", Qt::white, t.hatchStripe, 7);
            row("practice paid words", t.onHatch, t.hatch, 4.5);
            row("practice badge", t.onTraining, t.training, 4.5);
            row("practice hint", t.training, t.surface, 4.5);
        };
        theme("light", ThemeTokens::light());
        theme("dark", ThemeTokens::dark());
        theme("high contrast", ThemeTokens::highContrast());
    }
    void isReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= least,
                 qPrintable(QStringLiteral("%1 on %2 is %3").arg(ink.name(), ground.name()).arg(found)));
    }
    void eachStateHasItsColour()
    {
        Theme theme(Theme::Mode::Light);
        const ThemeTokens &tokens = theme.tokens();
        QCOMPARE(theme.tint(PayState::Creating).mark, tokens.blue.mark);
        QCOMPARE(theme.tint(PayState::Waiting).mark, tokens.accent.mark);
        QCOMPARE(theme.tint(PayState::Cancelling).mark, tokens.amber.mark);
        QCOMPARE(theme.tint(PayState::Cancelled).mark, tokens.grey.mark);
        QCOMPARE(theme.tint(PayState::Expired).mark, tokens.amber.mark);
        QCOMPARE(theme.tint(PayState::Checking).mark, tokens.purple.mark);
        QCOMPARE(theme.tint(PayState::CallManager).mark, tokens.red.mark);
    }
    void theStyleSheetHasNoGapsLeft()
    {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast}) {
            const QString sheet = Theme(mode).styleSheet();
            QVERIFY(sheet.size() > 1000);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
        }
    }
};

QTEST_MAIN(LookContrastTest)
#include "tst_look_contrast.moc"
