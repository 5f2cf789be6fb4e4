// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Which tables a database file has: where its numbered steps lie among the resources, and the mark that keeps a
/// foreign file from being taken for ours (SQLite's application_id).
struct Schema
{
    QString folder;
    int applicationId = 0;

    static Schema shop() { return {QStringLiteral(":/sql"), 0x5354696c}; } ///< "STil"
    static Schema relay() { return {QStringLiteral(":/sql/relay"), 0x5354726c}; } ///< "STrl"
};
