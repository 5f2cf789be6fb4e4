// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/KeyMap.h"

#include <QKeyEvent>

namespace {

/// A number pad with NumLock off sends these; the grey keys of the same name come without KeypadModifier.
QChar padCharacter(int key)
{
    switch (key) {
    case Qt::Key_Insert:
        return u'0';
    case Qt::Key_End:
        return u'1';
    case Qt::Key_Down:
        return u'2';
    case Qt::Key_PageDown:
        return u'3';
    case Qt::Key_Left:
        return u'4';
    case Qt::Key_Clear:
        return u'5';
    case Qt::Key_Right:
        return u'6';
    case Qt::Key_Home:
        return u'7';
    case Qt::Key_Up:
        return u'8';
    case Qt::Key_PageUp:
        return u'9';
    case Qt::Key_Delete:
    case Qt::Key_Comma: // the decimal key of some layouts
        return u'.';
    default:
        return {};
    }
}

std::optional<Wish> withAlt(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        return Wish{.kind = Wish::Kind::Tile, .count = key - Qt::Key_1};
    switch (key) {
    case Qt::Key_I:
        return Wish{Wish::Kind::Inbox};
    case Qt::Key_S:
        return Wish{Wish::Kind::Settings};
    case Qt::Key_L:
        return Wish{Wish::Kind::Layout};
    case Qt::Key_H:
        return Wish{Wish::Kind::HeldList};
    case Qt::Key_C:
        return Wish{Wish::Kind::Cash};
    case Qt::Key_O:
        return Wish{Wish::Kind::OtherTender};
    case Qt::Key_D:
        return Wish{Wish::Kind::Drawer};
    case Qt::Key_Left:
        return Wish{.kind = Wish::Kind::Category, .count = -1};
    case Qt::Key_Right:
        return Wish{.kind = Wish::Kind::Category, .count = 1};
    default:
        return std::nullopt;
    }
}

QChar plain(QChar c)
{
    if (c >= u'！' && c <= u'～') // the full-width forms lie in ASCII's order
        c = QChar(c.unicode() - 0xfee0);
    if (c == u'。')
        return u'.';
    if (c == u'￥')
        return u'¥';
    return c == u'*' ? QChar(u'×') : c;
}

} // namespace

QChar KeyMap::character(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    if (event.modifiers() & Qt::KeypadModifier) {
        if (event.key() == Qt::Key_Minus || event.key() == Qt::Key_Slash)
            return {}; // commands on the number pad; a scanner's come from the main block
        if (const QChar c = padCharacter(event.key()); !c.isNull())
            return c;
    }
    const QString text = event.text();
    if (text.size() != 1 || !text[0].isPrint() || text[0].isSpace())
        return {};
    return plain(text[0]);
}

std::optional<Wish> KeyMap::typed(QChar c)
{
    const bool ofSearch = c == u':' || c == u'-' || c == u'¥'; // the orders' search line takes them
    if ((c >= u'0' && c <= u'9') || c == u'.' || c == u'+' || c == u'×' || ofSearch)
        return Wish{Wish::Kind::Type, QString(c)};
    return std::nullopt;
}

std::optional<Wish> KeyMap::command(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_M)
        return Wish{Wish::Kind::MockPay};
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Delete)
        return Wish{Wish::Kind::LineRemove};
    if (modifiers == Qt::AltModifier)
        return withAlt(event.key());
    if (modifiers != Qt::NoModifier)
        return std::nullopt;
    const bool pad = event.modifiers() & Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Wish{Wish::Kind::Pay};
    case Qt::Key_Escape:
        return Wish{Wish::Kind::Cancel};
    case Qt::Key_Backspace:
        return Wish{Wish::Kind::Backspace};
    case Qt::Key_Delete:
        return Wish{Wish::Kind::Clear};
    case Qt::Key_F2:
        return Wish{Wish::Kind::Discounts};
    case Qt::Key_F3:
        return Wish{Wish::Kind::Find};
    case Qt::Key_F4:
        return Wish{Wish::Kind::Hold};
    case Qt::Key_F5:
        return Wish{Wish::Kind::Query};
    case Qt::Key_F6:
        return Wish{Wish::Kind::NewCode};
    case Qt::Key_F8:
        return Wish{Wish::Kind::Lock};
    case Qt::Key_F9:
        return Wish{Wish::Kind::Refund};
    case Qt::Key_F10:
        return Wish{Wish::Kind::Reprint};
    case Qt::Key_F12:
        return Wish{Wish::Kind::Diagnostics};
    case Qt::Key_F11:
        return Wish{Wish::Kind::ShowCustomer};
    case Qt::Key_Up:
        return Wish{Wish::Kind::RowUp};
    case Qt::Key_Down:
        return Wish{Wish::Kind::RowDown};
    case Qt::Key_Left:
        return Wish{Wish::Kind::LineLess};
    case Qt::Key_Right:
        return Wish{Wish::Kind::LineMore};
    case Qt::Key_Home:
        return Wish{Wish::Kind::Today};
    case Qt::Key_PageUp:
        return Wish{.kind = Wish::Kind::MoreGoods, .count = -1};
    case Qt::Key_PageDown:
        return Wish{.kind = Wish::Kind::MoreGoods, .count = 1};
    case Qt::Key_Minus:
        return pad ? std::optional(Wish{Wish::Kind::Backspace}) : std::nullopt;
    case Qt::Key_Slash:
        return pad ? std::optional(Wish{Wish::Kind::Query}) : std::nullopt;
    default:
        return std::nullopt;
    }
}
