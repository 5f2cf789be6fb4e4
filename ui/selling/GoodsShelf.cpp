// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/GoodsShelf.h"

#include "server/domain/Json.h"
#include "ui/Answers.h"
#include "ui/selling/GoodsApi.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace {

constexpr qsizetype upcDigits = 12;

bool isAllDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

GoodsShelf::GoodsShelf(GoodsDesk &desk, Clock &clock, const QString &file, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_file(file)
{
}

void GoodsShelf::start()
{
    QFile kept(m_file);
    if (kept.open(QIODevice::ReadOnly) && kept.size() <= mostBytes) {
        const auto json = Json::parseObject(kept.readAll());
        const auto list = json ? GoodsApi::listFrom(*json) : Result<GoodsDesk::List>(json.error());
        if (list) { // else it is asked for as if there were none
            m_askedAt = QFileInfo(kept).lastModified();
            take(*list);
        }
    }
    ask();
}

void GoodsShelf::ask()
{
    whenAnswered(m_desk.goods(m_version), this, [this, asks = ++m_asks](const Result<GoodsDesk::List> &answer) {
        if (asks != m_asks)
            return;
        if (answer)
            m_askedAt = m_clock.now();
        if (answer && answer->changed) {
            take(*answer);
            keep(*answer);
        } else if (answer) {
            emit changed(); // the time of it
        }
        m_clock.callAfter(freshFor, this, [this, asks] {
            if (asks == m_asks)
                ask();
        });
    });
}

void GoodsShelf::take(const GoodsDesk::List &list)
{
    m_version = list.version;
    m_count = list.goods.size();
    m_onSale.clear();
    m_categories.clear();
    m_byBarcode.clear();
    m_byCode.clear();
    for (const ShelfGoods &goods : list.goods) {
        if (!goods.onSale)
            continue;
        const qsizetype place = m_onSale.size();
        m_onSale.append(goods);
        m_byCode.insert(goods.code, place);
        if (!goods.barcode.isEmpty())
            m_byBarcode.insert(goods.barcode, place);
        if (!m_categories.contains(goods.category))
            m_categories.append(goods.category);
    }
    emit changed();
}

/// What cannot be kept is asked for again at the next start.
void GoodsShelf::keep(const GoodsDesk::List &list) const
{
    QJsonArray rows;
    for (const ShelfGoods &goods : list.goods)
        rows.append(goods.toJson());
    const auto bytes =
        QJsonDocument(QJsonObject{{"goods", rows}, {"version", list.version}}).toJson(QJsonDocument::Compact);
    QSaveFile target(m_file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size())
        (void)target.commit();
}

const ShelfGoods *GoodsShelf::byBarcode(const QString &barcode) const
{
    QStringList ways{barcode};
    if (barcode.size() == upcDigits && isAllDigits(barcode))
        ways.append(u'0' + barcode);
    else if (barcode.size() == upcDigits + 1 && barcode.startsWith(u'0') && isAllDigits(barcode))
        ways.append(barcode.mid(1));
    for (const QString &way : ways)
        if (const auto found = m_byBarcode.constFind(way); found != m_byBarcode.cend())
            return &m_onSale.at(*found);
    return nullptr;
}

const ShelfGoods *GoodsShelf::byCode(const QString &code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.cend() ? nullptr : &m_onSale.at(*found);
}

QList<ShelfGoods> GoodsShelf::in(const QString &category) const
{
    QList<ShelfGoods> goods;
    for (const ShelfGoods &each : m_onSale)
        if (each.category == category)
            goods.append(each);
    return goods;
}
