// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Migrations.h"

#include "server/store/BooksTrouble.h"
#include "server/store/Schema.h"
#include "server/store/Statement.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <sqlite3.h>

static void initResources()
{
    Q_INIT_RESOURCE(scantill_store);
}

namespace {

QStringList steps(const Schema &schema)
{
    initResources();
    const QDir folder(schema.folder);
    QStringList files;
    for (const auto &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

/// A step's statements. A statement ends at a line's end with ';', a trigger at a line's end with 'END;'.
QStringList statementsOf(const QString &file)
{
    QFile source(file);
    (void)source.open(QIODevice::ReadOnly | QIODevice::Text);
    QStringList statements;
    QString statement;
    for (const auto &line : QString::fromUtf8(source.readAll()).split(u'\n')) {
        if (line.startsWith(QLatin1String("--")) || line.trimmed().isEmpty())
            continue;
        statement += line + u'\n';
        const bool trigger = statement.startsWith(QLatin1String("CREATE TRIGGER"));
        if (line.endsWith(trigger ? QLatin1String("END;") : QLatin1String(";"))) {
            statements << statement;
            statement.clear();
        }
    }
    return statements;
}

int pragma(SqlConnection &database, const QString &name)
{
    const auto value = Statement::value(database, QStringLiteral("PRAGMA ") + name);
    return value ? value->toInt() : -1;
}

/// Tables, indexes and what else a schema has; -1: cannot be read.
int countOf(SqlConnection &database)
{
    const auto count = Statement::value(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    return count ? count->toInt() : -1;
}

Result<void> applyStep(SqlConnection &database, const QString &file, int version, int applicationId)
{
    auto done = database.execute(QStringLiteral("BEGIN IMMEDIATE"));
    auto statements = statementsOf(file);
    statements << QStringLiteral("PRAGMA application_id = %1").arg(applicationId)
               << QStringLiteral("PRAGMA user_version = %1").arg(version) << QStringLiteral("COMMIT");
    for (const auto &statement : statements) {
        if (done)
            done = database.execute(statement);
    }
    if (!done) {
        const int code = database.troubleCode();
        (void)database.execute(QStringLiteral("ROLLBACK"));
        return BooksTrouble::atStart(
            code,
            QStringLiteral("step %1 of the database's migration failed: %2").arg(version).arg(done.error().message));
    }
    return {};
}

Result<void> applyAfter(SqlConnection &database, const Schema &schema, int version, int last)
{
    const auto files = steps(schema);
    for (int next = version + 1; next <= last; ++next) {
        if (const auto done = applyStep(database, files[next - 1], next, schema.applicationId); !done)
            return done;
    }
    return {};
}

QStringList tablesOf(SqlConnection &database)
{
    auto query =
        Statement::run(database, QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE "
                                                "'sqlite_%' ORDER BY name"));
    if (!query)
        return {};
    Rows rows = *std::move(query);
    QStringList tables;
    while (rows.next())
        tables << rows.value(0).toString();
    return tables;
}

/// What a database of that version looks like when every step went through.
QStringList wholeTables(const Schema &schema, int version)
{
    const auto reference = SqlConnection::open(QStringLiteral(":memory:"));
    return reference && applyAfter(**reference, schema, 0, version) ? tablesOf(**reference) : QStringList();
}

Error refused(const QString &why)
{
    return {ErrorCode::Configuration, why};
}

} // namespace

Result<void> Migrations::recognise(SqlConnection &database, const Schema &schema)
{
    const int parts = countOf(database);
    if (parts < 0) {
        const int kind = database.troubleCode();
        const bool unreadable = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
        return BooksTrouble::atStart(kind, unreadable ? QStringLiteral("not a database, or damaged")
                                                      : database.trouble().message);
    }
    const bool empty = parts == 0;
    const int version = pragma(database, QStringLiteral("user_version"));
    if (empty && version == 0)
        return {};
    if (pragma(database, QStringLiteral("application_id")) != schema.applicationId)
        return refused(QStringLiteral("not ScanTill's database"));
    if (version > steps(schema).size())
        return refused(QStringLiteral("made by a newer version of ScanTill"));
    if (tablesOf(database) != wholeTables(schema, version))
        return refused(QStringLiteral("half migrated or changed by something else; restore a backup"));
    return {};
}

Result<void> Migrations::apply(SqlConnection &database, const Schema &schema)
{
    return applyAfter(database, schema, pragma(database, QStringLiteral("user_version")), int(steps(schema).size()));
}
