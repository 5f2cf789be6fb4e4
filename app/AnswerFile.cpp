// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerFile.h"

#include "server/domain/Json.h"
#include "server/wechatpay/MerchantProfile.h"
#include "ui/receipt/PrinterSettings.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#endif

namespace {

/// In the order in which they are written.
const QStringList &keys()
{
    static const QStringList all{
        QStringLiteral("profile"),  QStringLiteral("language"),           QStringLiteral("printer"),
        QStringLiteral("server"),   QStringLiteral("server_fingerprint"), QStringLiteral("kiosk"),
        QStringLiteral("autostart")};
    return all;
}

/// One line of somebody else's several.
QString inOneLine(QString sentences)
{
    sentences = sentences.trimmed();
    while (sentences.endsWith(u'.'))
        sentences.chop(1);
    return sentences.replace(QLatin1String("\n"), QLatin1String("; "));
}

#ifdef Q_OS_UNIX
bool isRootsForRoot(const QString &file)
{
    struct stat state = {};
    return ::geteuid() == 0 && ::stat(QFile::encodeName(file).constData(), &state) == 0 && state.st_uid == 0;
}

/// While it lives, files are read with the rights of that file's owner alone, where this is root.
class OwnersEyes
{
public:
    explicit OwnersEyes(const QString &file)
    {
        struct stat state = {};
        if (::geteuid() != 0 || ::stat(QFile::encodeName(file).constData(), &state) != 0 || state.st_uid == 0)
            return;
        m_groups.resize(qMax(0, ::getgroups(0, nullptr)));
        m_changed = true;
        must(::getgroups(int(m_groups.size()), m_groups.data()) >= 0 && ::setgroups(1, &state.st_gid) == 0
             && ::setegid(state.st_gid) == 0 && ::seteuid(state.st_uid) == 0);
    }
    ~OwnersEyes()
    {
        if (m_changed)
            must(::seteuid(0) == 0 && ::setegid(0) == 0 && ::setgroups(m_groups.size(), m_groups.data()) == 0);
    }
    OwnersEyes(const OwnersEyes &) = delete;
    OwnersEyes &operator=(const OwnersEyes &) = delete;

private:
    /// Half of somebody's rights are nobody's: better no program.
    static void must(bool changed)
    {
        if (!changed)
            qFatal("AnswerFile: the rights to read with could not be changed");
    }

    std::vector<gid_t> m_groups;
    bool m_changed = false;
};
#endif

} // namespace

QString AnswerFile::shopFile()
{
#ifdef Q_OS_WIN
    return QDir(qEnvironmentVariable("ProgramData", QStringLiteral("C:/ProgramData")))
        .filePath(QStringLiteral("ScanTill/shop.conf"));
#else
    return QStringLiteral("/etc/scantill/shop.conf");
#endif
}

Error AnswerFile::fault(int line, const QString &sentence) const
{
    return {ErrorCode::Configuration, QStringLiteral("%1:%2: %3.").arg(m_file).arg(line).arg(sentence)};
}

Result<AnswerFile> AnswerFile::readShop(const QString &file)
{
    std::error_code unseen; // a folder that is shut to us may well hold one
    const bool isThere = std::filesystem::exists(QFileInfo(file).filesystemFilePath(), unseen);
    return isThere || unseen ? read(file) : AnswerFile();
}

Result<AnswerFile> AnswerFile::read(const QString &file)
{
    AnswerFile answers;
    answers.m_file = file;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return answers.fault(1, QStringLiteral("the file cannot be read"));
    QByteArray text = source.read(maxBytes + 1);
    if (text.size() > maxBytes)
        return answers.fault(1, QStringLiteral("the file is longer than %1 bytes").arg(maxBytes));
#ifdef Q_OS_UNIX
    if (source.permissions() & QFile::WriteOther)
        return answers.fault(1, QStringLiteral("everybody may change this file; only its owner may (chmod 644)"));
#endif
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3); // some editors begin with a mark of their own
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        if (const auto taken = answers.take(++number, line); !taken)
            return taken.error();
    }
    if (const auto fit = answers.takeTogether(); !fit)
        return fit.error();
    return answers;
}

Result<void> AnswerFile::take(int line, const QByteArray &bytes)
{
    const QString whole = QString::fromUtf8(bytes);
    if (whole.toUtf8() != bytes)
        return fault(line, QStringLiteral("this is not UTF-8"));
    const QString text = whole.trimmed();
    if (std::any_of(text.begin(), text.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control && c != u'\t'; }))
        return fault(line, QStringLiteral("there is a control character in this line"));
    if (text.isEmpty() || text.startsWith(u'#'))
        return {};
    const auto equals = text.indexOf(u'=');
    if (equals < 1)
        return fault(line, QStringLiteral("this must be KEY = VALUE, or begin with #"));
    const QString key = text.left(equals).trimmed();
    if (!keys().contains(key))
        return fault(line, QStringLiteral("%1 is not known; there are %2").arg(key.left(40), keys().join(", ")));
    if (m_lines.contains(key))
        return fault(line, QStringLiteral("%1 is in line %2 already").arg(key).arg(m_lines[key]));
    m_lines[key] = line;
    m_values[key] = text.mid(equals + 1).trimmed();
    return takeValue(line, key, m_values[key]);
}

Result<void> AnswerFile::takeValue(int line, const QString &key, const QString &value)
{
    if (key == QLatin1String("profile")) {
        if (!QDir::isAbsolutePath(value))
            return fault(line, QStringLiteral("profile must be the whole path of a merchant profile"));
        m_profile = value;
    } else if (key == QLatin1String("language")) {
        if (value != QLatin1String("zh_CN") && value != QLatin1String("en"))
            return fault(line, QStringLiteral("language must be zh_CN or en"));
        m_till["language"] = value;
    } else if (key == QLatin1String("printer")) {
        return takePrinter(line, value);
    } else if (key == QLatin1String("server")) {
        return takeServer(line, value);
    } else if (key == QLatin1String("server_fingerprint")) {
        if (value.isEmpty())
            return {};
        const auto pin = CertificatePin::parse(value);
        if (!pin)
            return fault(line,
                         QStringLiteral("server_fingerprint must be the SHA-256 of a certificate, 64 hex digits"));
        m_fingerprint = *pin;
    } else { // kiosk, autostart
        if (value != QLatin1String("yes") && value != QLatin1String("no"))
            return fault(line, QStringLiteral("%1 must be yes or no").arg(key));
        (key == QLatin1String("kiosk") ? m_kiosk : m_autostart) = value == QLatin1String("yes");
    }
    return {};
}

Result<void> AnswerFile::takePrinter(int line, const QString &value)
{
    const auto json = Json::parseObject(value.toUtf8());
    if (!json)
        return fault(line, QStringLiteral("printer must be one JSON object, as \"printer\" in till.json"));
    if (const auto printer = PrinterSettings::from(*json); !printer)
        return fault(line, printer.error().message);
    m_till["printer"] = *json;
    return {};
}

Result<void> AnswerFile::takeServer(int line, const QString &value)
{
    if (value.isEmpty())
        return {};
    const auto url = ServerPlace::parse(value);
    if (!url || url->scheme() != QLatin1String("https"))
        return fault(line, QStringLiteral("server must be an https:// address, or empty"));
    m_server = ServerPlace(*url);
    return {};
}

/// What one line alone does not show.
Result<void> AnswerFile::takeTogether()
{
    if (m_fingerprint.isSet() && !m_server)
        return fault(m_lines["server_fingerprint"], QStringLiteral("server_fingerprint needs server"));
    if (m_server && !m_profile.isEmpty())
        return fault(qMax(m_lines["server"], m_lines["profile"]),
                     QStringLiteral("a till of another server needs no profile; leave out server or profile"));
    if (m_server)
        m_server->pin = m_fingerprint;
    return {};
}

Result<void> AnswerFile::findProfile() const
{
    if (m_profile.isEmpty() || QFile::exists(m_profile))
        return {};
    return fault(m_lines["profile"], QStringLiteral("there is no such profile"));
}

Result<void> AnswerFile::checkProfile() const
{
    if (const auto found = findProfile(); !found || m_profile.isEmpty())
        return found;
    const auto profile = MerchantProfile::read(m_profile);
    if (!profile)
        return fault(m_lines["profile"], inOneLine(profile.error().message));
    return {};
}

Result<void> AnswerFile::checkProfileAsOwner() const
{
#ifdef Q_OS_UNIX
    if (isRootsForRoot(m_profile))
        return fault(m_lines["profile"],
                     QStringLiteral("the profile belongs to root, so that no till can read it; give "
                                    "it to the till's user (chown)"));
    const OwnersEyes eyes(m_profile);
    return checkProfile();
#else // whoever installs is not the till's user and cannot read as that one; the till's start says the rest
    return findProfile();
#endif
}

Result<void> AnswerFile::writeTo(const QString &file) const
{
    QByteArray text = "# ScanTill: what the tills of this computer begin with. Made by scantill --apply-answers.\n";
    for (const QString &key : keys()) {
        if (m_values.contains(key))
            text += key.toUtf8() + " = " + m_values[key].toUtf8() + '\n';
    }
    const QString folder = QFileInfo(file).absolutePath();
    constexpr auto allMayRead = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    const bool isNew = !QFileInfo::exists(folder);
    QSaveFile target(file);
    const bool written =
        QDir().mkpath(folder)
        && (!isNew || QFile::setPermissions(folder, allMayRead | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther))
        && target.open(QIODevice::WriteOnly) && target.setPermissions(allMayRead) && target.write(text) == text.size()
        && target.commit();
    if (!written)
        return Error{ErrorCode::StoreFailure, QStringLiteral("%1 cannot be written").arg(file)};
    return {};
}
