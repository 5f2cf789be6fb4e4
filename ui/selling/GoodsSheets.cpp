// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/GoodsSheets.h"

#include "ui/Answers.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

bool unheard(const Error &error)
{
    return error.code == ErrorCode::Unknown || error.code == ErrorCode::ProviderUnavailable;
}

} // namespace

GoodsSheets::GoodsSheets(GoodsSheetDesk &desk, GoodsShelf &shelf, QObject *parent)
    : QObject(parent), m_desk(desk), m_shelf(shelf)
{
}

void GoodsSheets::import(const QString &file, const QByteArray &session)
{
    const auto giveUp = [this, session](Say why) {
        refuse(why);
        if (!session.isEmpty())
            emit sessionDone(session);
    };
    if (isBusy())
        return giveUp(m_say);
    m_wrong.clear();
    QFile source(file);
    if (!QFileInfo(file).isFile() || !source.open(QIODevice::ReadOnly)) // a device or a pipe may never end
        return giveUp(Say::FileNotRead);
    const QByteArray bytes = source.read(GoodsSheetDesk::mostBytes + 1);
    if (source.error() != QFileDevice::NoError)
        return giveUp(Say::FileNotRead);
    if (bytes.size() > GoodsSheetDesk::mostBytes)
        return giveUp(Say::FileTooLarge);
    say(Say::Importing);
    whenAnswered(m_desk.replace(bytes, session), this,
                 [this, file, session](const Result<GoodsSheetDesk::Taken> &answer) {
                     taken(file, answer);
                     if (!session.isEmpty())
                         emit sessionDone(session);
                 });
}

void GoodsSheets::taken(const QString &file, const Result<GoodsSheetDesk::Taken> &answer)
{
    if (!answer) {
        const Error &error = answer.error();
        if (error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unauthorized) {
            m_say = Say::Nothing;
            return emit supervisorWanted(file);
        }
        if (unheard(error)) {
            m_shelf.askNow(); // it may have been taken: the list will tell
            return refuse(Say::NotAnswered);
        }
        return refuse(Say::ImportRefused, error.message.section(u' ', 0, 0).left(32));
    }
    if (!answer->wrong.isEmpty()) {
        m_wrong = answer->wrong.mid(0, mostWrong);
        return refuse(Say::WrongLines);
    }
    m_count = answer->count;
    m_shelf.askNow();
    say(Say::Imported);
}

void GoodsSheets::exportTo(const QString &file)
{
    if (isBusy())
        return refuse(m_say);
    m_wrong.clear();
    say(Say::Exporting);
    whenAnswered(m_desk.sheet(), this, [this, file](const Result<QByteArray> &answer) { write(file, answer); });
}

void GoodsSheets::write(const QString &file, const Result<QByteArray> &answer)
{
    if (!answer)
        return refuse(Say::NotAnswered);
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(*answer) != answer->size() || !target.commit())
        return refuse(Say::NotExported);
    say(Say::Exported, QFileInfo(file).fileName());
}

void GoodsSheets::forget()
{
    if (isBusy())
        return;
    m_say = Say::Nothing;
    m_wrong.clear();
}

void GoodsSheets::fill(SettingsView &view) const
{
    view.goods = m_shelf.count();
    view.goodsAt = m_shelf.askedAt();
    view.wrong = m_wrong;
    if (m_say == Say::Nothing)
        return;
    view.say = m_say;
    view.code = m_code;
    view.count = m_count;
}

void GoodsSheets::say(Say say, const QString &code)
{
    m_say = say;
    m_code = code;
    emit changed();
}

void GoodsSheets::refuse(Say why, const QString &code)
{
    say(why, code);
    emit refusedSound();
}
