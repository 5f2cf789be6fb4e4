// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

/// The language the till speaks. Changing it sends every window a LanguageChange.
class Language : public QObject
{
    Q_OBJECT
public:
    enum class Tongue { Chinese, English };

    explicit Language(Tongue tongue = Tongue::Chinese, QObject *parent = nullptr);
    ~Language() override;

    Tongue tongue() const { return m_tongue; }
    void use(Tongue tongue);
    Tongue other() const { return m_tongue == Tongue::Chinese ? Tongue::English : Tongue::Chinese; }

signals:
    void changed(Language::Tongue tongue);

private:
    Tongue m_tongue = Tongue::English; // the sources are English
    QTranslator m_chinese;
};
