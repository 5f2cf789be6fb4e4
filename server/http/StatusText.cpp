// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/StatusText.h"

#include <algorithm>
#include <iterator>

namespace {

struct Status
{
    int number;
    const char *reason;
    const char *code;
};

constexpr Status statuses[] = {
    {100, "Continue", ""},
    {101, "Switching Protocols", ""},
    {200, "OK", ""},
    {201, "Created", ""},
    {202, "Accepted", ""},
    {204, "No Content", ""},
    {206, "Partial Content", ""},
    {301, "Moved Permanently", ""},
    {302, "Found", ""},
    {303, "See Other", ""},
    {304, "Not Modified", ""},
    {307, "Temporary Redirect", ""},
    {308, "Permanent Redirect", ""},
    {400, "Bad Request", "BAD_REQUEST"},
    {401, "Unauthorized", "UNAUTHORIZED"},
    {402, "Payment Required", "PAYMENT_REQUIRED"},
    {403, "Forbidden", "FORBIDDEN"},
    {404, "Not Found", "NOT_FOUND"},
    {405, "Method Not Allowed", "METHOD_NOT_ALLOWED"},
    {406, "Not Acceptable", "NOT_ACCEPTABLE"},
    {408, "Request Timeout", "REQUEST_TIMEOUT"},
    {409, "Conflict", "CONFLICT"},
    {410, "Gone", "GONE"},
    {411, "Length Required", "LENGTH_REQUIRED"},
    {412, "Precondition Failed", "PRECONDITION_FAILED"},
    {413, "Content Too Large", "BODY_TOO_LARGE"},
    {415, "Unsupported Media Type", "UNSUPPORTED_MEDIA_TYPE"},
    {417, "Expectation Failed", "EXPECTATION_FAILED"},
    {422, "Unprocessable Content", "UNPROCESSABLE"},
    {426, "Upgrade Required", "UPGRADE_REQUIRED"},
    {428, "Precondition Required", "PRECONDITION_REQUIRED"},
    {429, "Too Many Requests", "TOO_MANY_REQUESTS"},
    {431, "Request Header Fields Too Large", "HEADER_TOO_LARGE"},
    {500, "Internal Server Error", "INTERNAL"},
    {501, "Not Implemented", "NOT_IMPLEMENTED"},
    {502, "Bad Gateway", "BAD_GATEWAY"},
    {503, "Service Unavailable", "SERVICE_UNAVAILABLE"},
    {504, "Gateway Timeout", "GATEWAY_TIMEOUT"},
    {505, "HTTP Version Not Supported", "HTTP_VERSION_NOT_SUPPORTED"},
};

Status statusOf(int number)
{
    const auto found = std::find_if(std::begin(statuses), std::end(statuses),
                                    [number](const Status &status) { return status.number == number; });
    return found == std::end(statuses) ? Status{number, "Status", "ERROR"} : *found;
}

} // namespace

QByteArray reasonPhrase(int status)
{
    return statusOf(status).reason;
}

HttpReply refusal(int status, const QString &message)
{
    return HttpReply::json(status, {{QStringLiteral("code"), QString::fromLatin1(statusOf(status).code)},
                                    {QStringLiteral("message"), message}});
}
