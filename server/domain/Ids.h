// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QHashFunctions>

class Clock;
class Random;

/// The shop's number of one attempt to be paid. 6 to 32 of WeChat Pay's characters: digits, letters, _ - | *
/// (reference 2.1). It is made by the asker and stored before asking.
class OutTradeNo
{
public:
    static Result<OutTradeNo> parse(const QString &text);
    /// 27 characters: milliseconds in base 32 (sortable by time), then 70 random bits and four random digits
    /// (unguessable).
    static OutTradeNo make(const Clock &clock, Random &random);

    const QString &text() const { return m_text; }
    /// The last four characters, by which people name an order: 尾号 4821. Ours end in digits.
    QString tail() const { return m_text.right(4); }

    friend bool operator==(const OutTradeNo &, const OutTradeNo &) = default;
    friend bool operator<(const OutTradeNo &a, const OutTradeNo &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const OutTradeNo &number, size_t seed = 0) { return ::qHash(number.m_text, seed); }

private:
    explicit OutTradeNo(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// What a client waits for: an order number's characters, but 1 to 64 of them (the first seed's page uses "1234").
class WatchKey
{
public:
    static Result<WatchKey> parse(const QString &text);
    explicit WatchKey(const OutTradeNo &number) : m_text(number.text()) {}

    const QString &text() const { return m_text; }

    friend bool operator==(const WatchKey &, const WatchKey &) = default;
    friend bool operator<(const WatchKey &a, const WatchKey &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const WatchKey &key, size_t seed = 0) { return ::qHash(key.m_text, seed); }

private:
    explicit WatchKey(QString text) : m_text(std::move(text)) {}
    QString m_text;
};
