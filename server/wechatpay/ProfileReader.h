// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/MerchantProfile.h"

#include <QDir>
#include <QJsonObject>
#include <QStringList>

/// Reads one profile file and says everything that is wrong with it. For MerchantProfile::read only.
class ProfileReader
{
public:
    explicit ProfileReader(const QString &path);
    Result<MerchantProfile> read();

private:
    void readMembers();
    void readMerchant();
    void readProvider();
    void readAddresses();
    void readPublicKey();
    void readCertificates();
    void readServiceProvider();
    void readOfficialAccount();
    void refuseUnknownMembers();

    /// A member of the profile; "official_account.appid" is one of the object inside it.
    QJsonValue valueOf(const QString &member) const;
    QString text(const QString &member, bool required = true);
    QString matching(const QString &member, const QString &pattern, const QString &rule, bool required = true);
    /// The content of a key file; empty after a fault.
    QByteArray keyFile(const QString &member, const QString &name, bool secret);
    /// What the file a member names holds, without the line end an editor leaves; empty after a fault.
    QByteArray secretText(const QString &member, const QString &pattern, const QString &rule);
    /// A faulty address is said to be one; http:// is for this machine only.
    QUrl baseAddress(const QString &member, const QString &address);
    void fault(const QString &sentence) { m_faults.append(sentence); }

    QString m_path;
    QDir m_folder;
    QJsonObject m_json;
    MerchantProfile::Values m_values;
    QStringList m_keyFileNames; ///< with what they link to, for the check on test keys
    QStringList m_faults;
};
