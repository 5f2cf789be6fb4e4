// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/ScanRequest.h"

#include "server/routes/BearerToken.h"

Result<ScanRequest> ScanRequest::read(const HttpRequest &request)
{
    const auto key = WatchKey::parse(request.captures.value(0));
    if (!key)
        return key.error();
    ScanRequest asked{.key = *key};
    bool isNumber = true;
    if (request.query.hasQueryItem("after")) {
        asked.after = request.query.queryItemValue("after").toLongLong(&isNumber);
        if (!isNumber || *asked.after < 0)
            return wrongInput("after must be a sequence number");
    }
    if (request.query.hasQueryItem("timeout")) {
        asked.timeout = std::chrono::seconds(request.query.queryItemValue("timeout").toInt(&isNumber));
        if (!isNumber || asked.timeout < std::chrono::seconds(1) || asked.timeout > longestWait)
            return wrongInput("timeout must be 1 to 60 seconds");
    }
    asked.token = request.query.queryItemValue("token", QUrl::FullyDecoded);
    if (request.headers.has("Authorization")) {
        const auto token = bearerToken(request);
        if (!token)
            return Error{ErrorCode::Unauthorized, {}};
        asked.token = *token;
    }
    return asked;
}
