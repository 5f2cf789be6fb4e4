// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <QHash>

/// A page for a browser, from a pattern in which {{name}} stands for a value; {{style}} and {{script}} for its own.
/// It may load nothing, run and look like nothing but what it brings along, post and connect only to where it came
/// from, be framed by nobody, be kept by no cache (api.md, "Scan to log in").
class HtmlPage
{
public:
    using Values = QHash<QString, QString>;

    /// Resource files; none: no script. A missing one ends the program: it is part of it.
    HtmlPage(const QString &pattern, const QString &style, const QString &script = {});

    /// texts are escaped; markup is ours and goes in as it is. A name without a value stands for nothing.
    HttpReply reply(int status, const Values &texts, const Values &markup = {}) const;

private:
    QString m_pattern;
    QString m_style;
    QString m_script;
    QByteArray m_policy;
};
