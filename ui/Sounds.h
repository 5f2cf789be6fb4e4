// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSoundEffect>

/// The till's two sounds, loaded ahead so that they come at once. A machine without a sound device stays silent.
class Sounds : public QObject
{
    Q_OBJECT
public:
    explicit Sounds(QObject *parent = nullptr);

public slots:
    void paid();
    void refused(); ///< a key that could not count

private:
    QSoundEffect m_paid;
    QSoundEffect m_refused;
};
