// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <limits>
#include <optional>

/// One member of a request's JSON body and what it may hold. The gateway refuses what no rule names (reference 1.1).
struct FieldRule
{
    enum class Kind { Text, Integer, Boolean, Object, TextList, ObjectList };
    /// Why the value is not acceptable; null: it is.
    using Check = const char *(*)(const QJsonValue &);

    static constexpr qint64 anyInteger = std::numeric_limits<qint32>::max(); ///< as `most`

    const char *name = nullptr;
    Kind kind = Kind::Text;
    bool required = false;
    qint64 least = 0; ///< characters of a text, value of an integer, members of a list
    qint64 most = 0;
    Check check = nullptr;
    const QList<FieldRule> *members = nullptr; ///< of an object, or of each object in a list
};

/// What the gateway complains about, in the words of an error's `detail` (reference 8.1).
struct FieldFault
{
    QString pointer; ///< JSON pointer
    QString value;
    QString issue;
    bool unknownField = false;
};

/// The first fault in document order of the rules, unknown members first; none: the body is well-formed.
std::optional<FieldFault> firstFault(const QJsonObject &object, const QList<FieldRule> &rules, const QString &at = {});

/// `POST /v3/pay/transactions/native` (reference 2.1).
const QList<FieldRule> &nativeOrderRules();
/// `POST …/close` (reference 2.5).
const QList<FieldRule> &closeOrderRules();
/// `POST /v3/refund/domestic/refunds` (reference 4.1).
const QList<FieldRule> &refundRules();
/// `POST …/apply-abnormal-refund` (reference 4.3).
const QList<FieldRule> &abnormalRefundRules();

/// Checks that more than one call needs.
namespace FieldChecks {
const char *outTradeNo(const QJsonValue &value);
const char *notifyUrl(const QJsonValue &value);
const char *currency(const QJsonValue &value);
} // namespace FieldChecks
