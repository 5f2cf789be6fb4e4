// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/AccountTwin.h"

#include "server/simulator/TwinRoutes.h"

void AccountTwin::addRoutes(TwinRoutes &table)
{
    const auto add = [&table](const char *method, const char *pattern, auto &part, auto call) {
        table.add(method, pattern, [&part, call](const HttpRequest &request) { return ready((part.*call)(request)); });
    };
    add("GET", "/cgi-bin/token", m_api, &AccountApi::token);
    add("POST", "/cgi-bin/qrcode/create", m_api, &AccountApi::createQr);
    add("POST", "/cgi-bin/message/custom/send", m_api, &AccountApi::sendMessage);
    add("POST", "/sim/scan", m_controls, &AccountControls::scan);
    add("GET", "/sim/messages", m_controls, &AccountControls::messages);
}
