// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QString>
#include <utility>
#include <variant>

/// What kind of thing went wrong, for the program. The sentence beside it is for the person.
enum class ErrorCode {
    InvalidInput, ///< the asker's fault; asking again the same way cannot help
    Unauthorized, ///< no token, or a wrong one
    Forbidden, ///< known, but not allowed
    NotFound,
    Conflict, ///< the same number with other parameters
    OrderPaid,
    OrderClosed,
    AttemptOpen, ///< another attempt of the same sale could still be paid
    NotPaid, ///< there is nothing to give back
    RefundTooMuch, ///< the refunds would exceed the payment
    RefundTooMany, ///< 50 of one order (reference 4.6)
    RefundTooLate, ///< a year after the payment (reference 4.6)
    CaseDecided, ///< somebody has decided already, otherwise
    CaseNotOurs, ///< another merchant's money cannot be given back by us
    Unverified, ///< a signature, serial, clock or cipher did not hold: nothing may be concluded from it
    Unknown, ///< no answer in time: it may have happened or not
    RateLimited,
    ProviderRefused, ///< the provider said no, and will say it again
    ProviderUnavailable, ///< the provider is in trouble; the same call may go through later
    StoreFailure, ///< nothing was written
    Configuration,
    AddressInUse,
    Busy, ///< a limit of ours is reached
    Internal,
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
};

inline Error because(ErrorCode code, const char *why)
{
    return {code, QString::fromLatin1(why)};
}
inline Error wrongInput(const char *why)
{
    return because(ErrorCode::InvalidInput, why);
}

/// A value or the reason there is none. The member names are std::expected's, which GCC 12 lacks in C++20.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

/// An answer that needed no waiting, where one later was promised.
template <class T> QFuture<std::decay_t<T>> ready(T &&value)
{
    return QtFuture::makeReadyFuture(std::forward<T>(value));
}
