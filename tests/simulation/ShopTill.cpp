// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/ShopTill.h"

#include <QDir>
#include <QFileInfo>

ShopTill::ShopTill(int number, const QString &folder, Clock &clock, Trace &trace, quint64 seed,
                   std::function<SimulatedServer *()> server)
    : m_name(QStringLiteral("till%1").arg(number)), m_journalFile(QDir(folder).filePath(m_name)), m_trace(trace),
      m_dice(seed, m_name.toUtf8()), m_wire(m_name, clock, trace, seed), m_clock(clock), m_server(std::move(server)),
      m_random(m_dice.seed())
{
}

ShopTill::~ShopTill()
{
    m_flow.reset();
}

void ShopTill::powerOn()
{
    m_power = {};
    m_random = SeededRandom(m_dice.seed());
    auto opened = Journal::open(m_journalFile);
    if (!opened)
        return m_trace.broke(QStringLiteral("%1 cannot read its journal: %2").arg(m_name, opened.error().message));
    m_journal = std::move(opened).value();
    m_link = std::make_unique<TillLink>(m_wire, m_clock, m_dice, TillLink::Ends{m_server, [this] { return point(); }});
    m_flow = std::make_unique<SaleFlow>(*m_link, *m_journal, m_clock, m_random,
                                        SaleSettings{.description = QStringLiteral("tea")});
    connect(m_flow.get(), &SaleFlow::changed, this, &ShopTill::changed);
    connect(m_flow.get(), &SaleFlow::announce, this, [this](Money amount, bool, const QString &number) {
        if (m_power.isOn())
            emit announced(number, amount);
        point(); // a crash just after the sound
    });
    m_link->start();
    m_flow->start();
}

bool ShopTill::point()
{
    const bool wasOn = m_power.isOn();
    if (wasOn && !m_power.point())
        m_bytesAtCut = QFileInfo(m_journalFile).size();
    return m_power.isOn();
}

void ShopTill::bury()
{
    m_flow.reset();
    m_link.reset();
    m_journal.reset();
    // What its code wrote after the cut was never written, but for a part of the next line perhaps.
    QFile file(m_journalFile);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray bytes = file.readAll();
    const qsizetype lineEnd = bytes.indexOf('\n', m_bytesAtCut);
    const qint64 mayBeThere = lineEnd < 0 ? 0 : lineEnd + 1 - m_bytesAtCut;
    const qint64 isThere = m_dice.happens(0.5) ? m_dice.between(0, mayBeThere) : mayBeThere * m_dice.between(0, 1);
    file.resize(std::min<qint64>(bytes.size(), m_bytesAtCut + isThere));
}

QList<OutTradeNo> ShopTill::openAttempts() const
{
    QList<OutTradeNo> numbers;
    if (isOn())
        for (const JournalAttempt &attempt : m_journal->openAttempts())
            numbers.append(attempt.outTradeNo);
    return numbers;
}

std::optional<qint64> ShopTill::soundSinceMs() const
{
    const auto link = isOn() ? m_link->soundSinceMs() : std::nullopt;
    const auto wire = m_wire.fairSinceMs();
    return link && wire ? std::optional(std::max(*link, *wire)) : std::nullopt;
}

void ShopTill::press(Wish::Kind kind, const QString &text)
{
    if (!isOn())
        return;
    m_trace.note(QStringLiteral("%1 key %2 %3").arg(m_name).arg(int(kind)).arg(text));
    m_flow->wish({kind, text});
}

void ShopTill::type(const QString &keys)
{
    for (const QChar key : keys)
        press(Wish::Kind::Type, QString(key));
}
