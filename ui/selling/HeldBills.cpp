// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/HeldBills.h"

namespace {

auto at(QList<HeldBills::Held> &bills, const QString &id)
{
    return std::find_if(bills.begin(), bills.end(), [&id](const auto &held) { return held.id == id; });
}

} // namespace

Result<std::unique_ptr<HeldBills>> HeldBills::open(const QString &path, const QString &typedName)
{
    auto file = MarkFile::open(path, QStringLiteral("the till's held bills"));
    if (!file)
        return file.error();
    std::unique_ptr<HeldBills> bills(new HeldBills(std::move(file).value(), typedName));
    for (const QJsonObject &mark : bills->m_file->takeMarks())
        bills->apply(mark);
    // What was on the screen when the power went lies aside again; the file says so by not saying that it is done.
    for (Held &held : bills->m_out)
        bills->m_aside.append(held);
    bills->m_out.clear();
    std::stable_sort(bills->m_aside.begin(), bills->m_aside.end(),
                     [](const Held &a, const Held &b) { return a.id.toInt() > b.id.toInt(); });
    if (bills->m_file->size() > compactAboveBytes) {
        QList<QJsonObject> marks;
        for (auto held = bills->m_aside.rbegin(); held != bills->m_aside.rend(); ++held)
            marks.append(bills->markOf(*held));
        if (const auto written = bills->m_file->rewrite(marks); !written)
            return written.error();
    }
    return bills;
}

Result<void> HeldBills::hold(const Basket &basket, const QDateTime &at)
{
    if (m_aside.size() >= most)
        return Error{ErrorCode::Busy, QStringLiteral("HELD_FULL")};
    QJsonObject mark = markOf({QString::number(m_lastId + 1), at, basket});
    mark["instead"] = basket.heldId; // one line for both, so that it is never here twice
    const auto written = m_file->append(mark);
    if (written)
        apply(mark);
    return written;
}

Result<Basket> HeldBills::take(const QString &id)
{
    const auto held = at(m_aside, id);
    if (held == m_aside.end())
        return Error{ErrorCode::NotFound, QStringLiteral("no such bill")};
    const QJsonObject mark{{"mark", "taken"}, {"id", id}};
    if (const auto written = m_file->append(mark); !written)
        return written.error();
    Basket basket = held->basket;
    basket.heldId = id;
    apply(mark);
    return basket;
}

Result<void> HeldBills::done(const QString &id)
{
    if (at(m_out, id) == m_out.end() && at(m_aside, id) == m_aside.end())
        return {};
    const QJsonObject mark{{"mark", "done"}, {"id", id}};
    const auto written = m_file->append(mark);
    if (written)
        apply(mark);
    return written;
}

QJsonObject HeldBills::markOf(const Held &held) const
{
    return {{"mark", "held"},
            {"id", held.id},
            {"at", held.at.toUTC().toString(Qt::ISODateWithMs)},
            {"bill", held.basket.toJson(m_typedName)}};
}

void HeldBills::apply(const QJsonObject &mark)
{
    const QString kind = mark["mark"].toString();
    const QString id = mark["id"].toString();
    m_lastId = std::max(m_lastId, id.toInt());
    if (kind == QLatin1String("held")) {
        const QString instead = mark["instead"].toString();
        m_out.removeIf([&instead](const Held &held) { return held.id == instead; });
        const auto basket = Basket::fromJson(mark["bill"].toObject());
        if (basket && at(m_aside, id) == m_aside.end())
            m_aside.prepend({id, QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs), *basket});
    } else if (kind == QLatin1String("taken")) {
        if (const auto held = at(m_aside, id); held != m_aside.end()) {
            m_out.append(*held);
            m_aside.erase(held);
        }
    } else if (kind == QLatin1String("done")) {
        for (QList<Held> *bills : {&m_aside, &m_out})
            bills->removeIf([&id](const Held &held) { return held.id == id; });
    }
}
