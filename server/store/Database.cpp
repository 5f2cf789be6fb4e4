// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"

#include "server/store/Migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <array>

namespace {

Result<QVariant> valueOf(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql) || !query.next())
        return Error{ErrorCode::Configuration, query.lastError().databaseText()};
    return query.value(0);
}

/// Each setting is read back: one that cannot be met must stop the start, not weaken the books in silence.
Result<void> applySafetySettings(QSqlDatabase &database)
{
    struct Setting
    {
        const char *pragma;
        const char *value;
        const char *reads;
    };
    static constexpr std::array settings{Setting{"busy_timeout", "5000", "5000"}, Setting{"journal_mode", "WAL", "wal"},
                                         Setting{"synchronous", "FULL", "2"}, Setting{"foreign_keys", "ON", "1"},
                                         Setting{"trusted_schema", "OFF", "0"}};
    for (const auto &[pragma, value, reads] : settings) {
        QSqlQuery(database).exec(QStringLiteral("PRAGMA %1 = %2").arg(QLatin1String(pragma), QLatin1String(value)));
        const auto now = valueOf(database, QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma)));
        if (!now || now->toString() != QLatin1String(reads))
            return Error{ErrorCode::Configuration,
                         QStringLiteral("the database does not take the setting %1").arg(QLatin1String(pragma))};
    }
    return {};
}

Result<void> openConnection(const QString &name, const QString &file)
{
    if (!QFileInfo::exists(file)) {
        QFile fresh(file);
        if (!fresh.open(QIODevice::NewOnly) || !fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorCode::Configuration, QStringLiteral("the database file cannot be made")};
    }
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    if (!database.isValid())
        return Error{ErrorCode::Configuration,
                     QStringLiteral("Qt's SQLite driver is not installed (libqt6sql6-sqlite)")};
    database.setDatabaseName(file);
    if (!database.open())
        return Error{ErrorCode::Configuration, QStringLiteral("the database cannot be opened")};
    // Looked at before anything is set: a file that is not ours must stay as it is.
    if (const auto known = Migrations::recognise(database); !known)
        return known.error();
    if (const auto set = applySafetySettings(database); !set)
        return set;
    return Migrations::apply(database);
}

} // namespace

Database::Database()
    : m_worker(new QObject), m_connectionName(QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::Id128))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

Database::~Database()
{
    post([this] {
        QSqlDatabase::database(m_connectionName, false).close();
        QSqlDatabase::removeDatabase(m_connectionName);
        m_worker->deleteLater();
        m_thread.quit();
    });
    m_thread.wait();
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    std::unique_ptr<Database> database(new Database);
    // Shared, for the store's thread is still inside finish() when this one sees the result.
    auto opened = std::make_shared<QPromise<Result<void>>>();
    opened->start();
    auto future = opened->future();
    database->post([opened, name = database->m_connectionName, file] {
        opened->addResult(openConnection(name, file));
        opened->finish();
    });
    future.waitForFinished();
    if (const auto result = future.takeResult(); !result)
        return Error{result.error().code,
                     QStringLiteral("%1: %2").arg(QFileInfo(file).fileName(), result.error().message)};
    return database;
}

void Database::drain()
{
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
}

void Database::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Result<void> Database::execute(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return Error{ErrorCode::StoreFailure, query.lastError().databaseText()};
    return {};
}
