// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/KeyMap.h"

#include <QKeyEvent>
#include <QTest>

class HandKeysTest : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsACharacter_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("character");
        const int pad = Qt::KeypadModifier;
        QTest::newRow("digit") << int(Qt::Key_7) << 0 << "7"
                               << "7";
        QTest::newRow("pad digit") << int(Qt::Key_7) << pad << "7"
                                   << "7";
        QTest::newRow("full-width digit") << 0 << 0 << "７"
                                          << "7";
        QTest::newRow("full-width point") << 0 << 0 << "．"
                                          << ".";
        QTest::newRow("ideographic full stop") << 0 << 0 << "。"
                                               << ".";
        QTest::newRow("point") << int(Qt::Key_Period) << 0 << "."
                               << ".";
        QTest::newRow("pad comma") << int(Qt::Key_Comma) << pad << ","
                                   << ".";
        QTest::newRow("plus") << int(Qt::Key_Plus) << int(Qt::ShiftModifier) << "+"
                              << "+";
        QTest::newRow("star") << int(Qt::Key_Asterisk) << pad << "*"
                              << "×";
        QTest::newRow("full-width plus") << 0 << 0 << "＋"
                                         << "+";
        const QList<std::pair<int, const char *>> off{
            {Qt::Key_Insert, "0"}, {Qt::Key_End, "1"},    {Qt::Key_Down, "2"},  {Qt::Key_PageDown, "3"},
            {Qt::Key_Left, "4"},   {Qt::Key_Clear, "5"},  {Qt::Key_Right, "6"}, {Qt::Key_Home, "7"},
            {Qt::Key_Up, "8"},     {Qt::Key_PageUp, "9"}, {Qt::Key_Delete, "."}};
        for (const auto &[key, character] : off)
            QTest::addRow("NumLock off: %s", character) << key << pad << "" << character;
        QTest::newRow("letter") << int(Qt::Key_A) << 0 << "a"
                                << "a";
        QTest::newRow("a grey arrow is none") << int(Qt::Key_Left) << 0 << ""
                                              << "";
        QTest::newRow("grey Delete is none") << int(Qt::Key_Delete) << 0 << "\x7f"
                                             << "";
        QTest::newRow("Ctrl+1 is none") << int(Qt::Key_1) << int(Qt::ControlModifier) << "1"
                                        << "";
        QTest::newRow("pad minus is none") << int(Qt::Key_Minus) << pad << "-"
                                           << "";
        QTest::newRow("Enter is none") << int(Qt::Key_Return) << 0 << "\r"
                                       << "";
        QTest::newRow("space is none") << int(Qt::Key_Space) << 0 << " "
                                       << "";
    }
    void aKeyIsACharacter()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, text);
        QFETCH(QString, character);
        const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers), text);
        const QChar read = KeyMap::character(event);
        QCOMPARE(read.isNull() ? QString() : QString(read), character);
    }

    void aKeyIsACommand_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("wish"); // -1: none
        const int pad = Qt::KeypadModifier;
        QTest::newRow("Return") << int(Qt::Key_Return) << 0 << int(Wish::Kind::Pay);
        QTest::newRow("pad Enter") << int(Qt::Key_Enter) << pad << int(Wish::Kind::Pay);
        QTest::newRow("Esc") << int(Qt::Key_Escape) << 0 << int(Wish::Kind::Cancel);
        QTest::newRow("Backspace") << int(Qt::Key_Backspace) << 0 << int(Wish::Kind::Backspace);
        QTest::newRow("pad minus") << int(Qt::Key_Minus) << pad << int(Wish::Kind::Backspace);
        QTest::newRow("minus") << int(Qt::Key_Minus) << 0 << -1;
        QTest::newRow("pad slash") << int(Qt::Key_Slash) << pad << int(Wish::Kind::Query);
        QTest::newRow("slash") << int(Qt::Key_Slash) << 0 << -1;
        QTest::newRow("Delete") << int(Qt::Key_Delete) << 0 << int(Wish::Kind::Clear);
        QTest::newRow("F5") << int(Qt::Key_F5) << 0 << int(Wish::Kind::Query);
        QTest::newRow("F6") << int(Qt::Key_F6) << 0 << int(Wish::Kind::NewCode);
        QTest::newRow("F9") << int(Qt::Key_F9) << 0 << int(Wish::Kind::Refund);
        QTest::newRow("Alt+I") << int(Qt::Key_I) << int(Qt::AltModifier) << int(Wish::Kind::Inbox);
        const int alt = Qt::AltModifier;
        QTest::newRow("F2") << int(Qt::Key_F2) << 0 << int(Wish::Kind::Discounts);
        QTest::newRow("F4") << int(Qt::Key_F4) << 0 << int(Wish::Kind::Hold);
        QTest::newRow("Alt+H") << int(Qt::Key_H) << alt << int(Wish::Kind::HeldList);
        QTest::newRow("Alt+L") << int(Qt::Key_L) << alt << int(Wish::Kind::Layout);
        QTest::newRow("Alt+C") << int(Qt::Key_C) << alt << int(Wish::Kind::Cash);
        QTest::newRow("Alt+O") << int(Qt::Key_O) << alt << int(Wish::Kind::OtherTender);
        QTest::newRow("Alt+D") << int(Qt::Key_D) << alt << int(Wish::Kind::Drawer);
        QTest::newRow("Alt+3") << int(Qt::Key_3) << alt << int(Wish::Kind::Tile);
        QTest::newRow("Alt+Right") << int(Qt::Key_Right) << alt << int(Wish::Kind::Category);
        QTest::newRow("Alt+X") << int(Qt::Key_X) << alt << -1;
        QTest::newRow("left") << int(Qt::Key_Left) << 0 << int(Wish::Kind::LineLess);
        QTest::newRow("right") << int(Qt::Key_Right) << 0 << int(Wish::Kind::LineMore);
        QTest::newRow("Ctrl+Delete") << int(Qt::Key_Delete) << int(Qt::ControlModifier) << int(Wish::Kind::LineRemove);
        QTest::newRow("PageDown") << int(Qt::Key_PageDown) << 0 << int(Wish::Kind::MoreGoods);
        QTest::newRow("up") << int(Qt::Key_Up) << 0 << int(Wish::Kind::RowUp);
        QTest::newRow("down") << int(Qt::Key_Down) << 0 << int(Wish::Kind::RowDown);
        QTest::newRow("F11") << int(Qt::Key_F11) << 0 << int(Wish::Kind::ShowCustomer);
        QTest::newRow("Ctrl+M") << int(Qt::Key_M) << int(Qt::ControlModifier) << int(Wish::Kind::MockPay);
        QTest::newRow("M") << int(Qt::Key_M) << 0 << -1;
        QTest::newRow("Alt+Return") << int(Qt::Key_Return) << int(Qt::AltModifier) << -1;
    }
    void aKeyIsACommand()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        const auto wish = KeyMap::command(QKeyEvent(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers)));
        QTEST(wish ? int(wish->kind) : -1, "wish");
    }
};

QTEST_GUILESS_MAIN(HandKeysTest)
#include "tst_hand_keys.moc"
