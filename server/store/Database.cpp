// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"

#include "server/store/BooksTrouble.h"
#include "server/store/Migrations.h"
#include "server/store/Statement.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <array>

namespace {

Q_LOGGING_CATEGORY(lcStore, "scantill.store")

/// A larger file takes longer to read through than a shop waits for its till.
constexpr qint64 checkedUpToBytes = 256LL * 1024 * 1024;

Result<QVariant> valueOf(SqlConnection &database, const QString &sql)
{
    auto value = Statement::value(database, sql);
    return value ? value : BooksTrouble::atStart(database.troubleCode(), value.error().message);
}

/// Each setting is read back: one that cannot be met must stop the start, not weaken the books in silence.
Result<void> applySafetySettings(SqlConnection &database)
{
    struct Setting
    {
        const char *pragma;
        const char *value;
        const char *reads;
    };
    // Nobody else has a business with the books; WeChat, which waits 5 s for an answer, is to get one.
    static constexpr std::array settings{Setting{"busy_timeout", "2000", "2000"}, Setting{"journal_mode", "WAL", "wal"},
                                         Setting{"synchronous", "FULL", "2"}, Setting{"foreign_keys", "ON", "1"},
                                         Setting{"trusted_schema", "OFF", "0"}};
    for (const auto &[pragma, value, reads] : settings) {
        (void)database.execute(QStringLiteral("PRAGMA %1 = %2").arg(QLatin1String(pragma), QLatin1String(value)));
        const int code = database.troubleCode();
        const auto now = valueOf(database, QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma)));
        if (!now || now->toString() != QLatin1String(reads))
            return BooksTrouble::atStart(
                code, QStringLiteral("the database does not take the setting %1").arg(QLatin1String(pragma)));
    }
    return {};
}

/// Every page is there and can be read, and the file may be written: better known before the first customer comes.
Result<void> checkHealth(SqlConnection &database, const QString &file)
{
    if (QFileInfo(file).size() <= checkedUpToBytes) {
        const auto sound = valueOf(database, QStringLiteral("PRAGMA quick_check(1)"));
        if (!sound)
            return sound.error();
        if (sound->toString() != QLatin1String("ok"))
            return Error{ErrorCode::Configuration, QStringLiteral("the books are damaged; restore a backup")};
    }
    const auto version = valueOf(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    // SQLite takes BEGIN IMMEDIATE even where it cannot write; a change, rolled back at once, tells.
    auto writable = database.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (writable)
        writable = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(version->toInt()));
    const int code = database.troubleCode();
    (void)database.execute(QStringLiteral("ROLLBACK"));
    return writable ? writable : BooksTrouble::atStart(code, writable.error().message);
}

Result<std::unique_ptr<SqlConnection>> openConnection(const QString &file, const DatabaseOptions &options)
{
    if (options.fileSystem.isEmpty() && !QFileInfo::exists(file)) {
        QFile fresh(file);
        if (!fresh.open(QIODevice::NewOnly) || !fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorCode::Configuration, QStringLiteral("the database file cannot be made")};
    }
    auto opened = SqlConnection::open(file, options.fileSystem);
    if (!opened)
        return Error{ErrorCode::Configuration, QStringLiteral("the database cannot be opened")};
    SqlConnection &database = **opened;
    // Looked at before anything is set: a file that is not ours must stay as it is.
    if (const auto known = Migrations::recognise(database, options.schema); !known)
        return known.error();
    if (const auto set = applySafetySettings(database); !set)
        return set.error();
    if (const auto healthy = checkHealth(database, file); !healthy)
        return healthy.error();
    if (const auto migrated = Migrations::apply(database, options.schema); !migrated)
        return migrated.error();
    return opened;
}

} // namespace

Database::Database(bool ownThread) : m_worker(new QObject)
{
    if (!ownThread)
        return;
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

Database::~Database()
{
    const bool ownThread = hasOwnThread(); // asked first: the worker dies with its thread
    post([this] {
        commitGroup();
        m_connection.reset();
        m_worker->deleteLater();
        m_thread.quit();
    });
    if (ownThread)
        m_thread.wait();
    else
        QCoreApplication::sendPostedEvents(m_worker);
    QCoreApplication::sendPostedEvents(&m_home);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, const DatabaseOptions &options)
{
    std::unique_ptr<Database> database(new Database(options.ownThread));
    // Shared, for the store's thread is still inside finish() when this one sees the result.
    auto opened = std::make_shared<QPromise<Result<void>>>();
    opened->start();
    auto future = opened->future();
    database->post([opened, database = database.get(), file, options] {
        auto connection = openConnection(file, options);
        opened->addResult(connection ? Result<void>() : connection.error());
        if (connection)
            database->m_connection = *std::move(connection);
        opened->finish();
    });
    if (!options.ownThread)
        database->drain();
    future.waitForFinished();
    if (const auto result = future.takeResult(); !result)
        return Error{result.error().code,
                     QStringLiteral("%1: %2").arg(QFileInfo(file).fileName(), result.error().message)};
    return database;
}

void Database::drain()
{
    if (!hasOwnThread()) {
        QCoreApplication::sendPostedEvents(m_worker); // not what is posted meanwhile
        return commitGroup();
    }
    QMetaObject::invokeMethod(
        m_worker, [this] { commitGroup(); }, Qt::BlockingQueuedConnection);
    QCoreApplication::sendPostedEvents(&m_home);
}

QFuture<void> Database::reached()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    post([this, promise] {
        commitGroup(); // what came before is to be answered
        postHome([promise] { promise->finish(); });
    });
    return promise->future();
}

void Database::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

void Database::postHome(std::function<void()> call)
{
    if (!hasOwnThread())
        return call();
    QMetaObject::invokeMethod(&m_home, std::move(call), Qt::QueuedConnection);
}

void Database::accept(std::unique_ptr<StoreJob> job)
{
    if (m_waiting >= maxWaitingJobs)
        return job->answer(Error{ErrorCode::Busy, QStringLiteral("too many jobs are waiting for the store")});
    ++m_waiting;
    // Shared only because a posted call must be copyable.
    post([this, job = std::make_shared<std::unique_ptr<StoreJob>>(std::move(job))] { collect(std::move(*job)); });
}

/// The commit is posted behind the jobs that are waiting already, and they come along.
void Database::collect(std::unique_ptr<StoreJob> job)
{
    if (m_group.isEmpty())
        post([this] { commitGroup(); });
    m_group.add(std::move(job));
    if (m_group.isFull())
        commitGroup();
}

void Database::commitGroup()
{
    if (m_group.isEmpty())
        return;
    const qint64 before = m_connection->changedInAll();
    const int jobs = int(m_group.size());
    if (const auto written = m_group.commit(*m_connection); !written)
        troubled(written.error());
    else if (!m_trouble.isEmpty() && m_connection->changedInAll() > before)
        recovered();
    m_waiting -= jobs;
    postHome(m_group.takeAnswers());
}

void Database::troubled(const Error &error)
{
    if (std::exchange(m_trouble, error.message) != error.message)
        qCCritical(lcStore).noquote() << error.message;
}

void Database::recovered()
{
    m_trouble.clear();
    qCWarning(lcStore).noquote() << "the books are written again";
}
