// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Simulator.h"

void Simulator::makeRoutes()
{
    const auto api = [this](const char *method, const char *pattern, auto call) {
        m_gatewayRoutes.add(method, pattern,
                            [this, call](const HttpRequest &request) { return (m_api.*call)(request); });
    };
    const auto order = [this](const char *method, const char *pattern, ReplayScript::Call kind, auto call) {
        m_gatewayRoutes.add(method, pattern, [this, kind, call](const HttpRequest &request) {
            return m_replay.around(kind, request,
                                   [this, call](const HttpRequest &asked) { return (m_api.*call)(asked); });
        });
    };
    order("POST", "/v3/pay/transactions/native", ReplayScript::Call::Create, &GatewayApi::createNative);
    order("GET", "/v3/pay/transactions/out-trade-no/<arg>", ReplayScript::Call::Query, &GatewayApi::queryByNumber);
    order("POST", "/v3/pay/transactions/out-trade-no/<arg>/close", ReplayScript::Call::Close, &GatewayApi::closeOrder);
    api("GET", "/v3/pay/transactions/id/<arg>", &GatewayApi::queryByTransactionId);
    api("GET", "/v3/certificates", &GatewayApi::certificates);
    api("POST", "/v3/refund/domestic/refunds", &GatewayApi::refund);
    api("GET", "/v3/refund/domestic/refunds/<arg>", &GatewayApi::queryRefund);
    api("POST", "/v3/refund/domestic/refunds/<arg>/apply-abnormal-refund", &GatewayApi::redirectRefund);
    api("GET", "/v3/bill/tradebill", &GatewayApi::tradeBill);
    api("GET", "/v3/bill/fundflowbill", &GatewayApi::fundFlowBill);
    api("GET", "/v3/billdownload/file", &GatewayApi::billFile);

    const auto control = [this](const char *method, const char *pattern, auto call) {
        m_gatewayRoutes.add(method, pattern,
                            [this, call](const HttpRequest &request) { return ready((m_controls.*call)(request)); });
    };
    control("POST", "/sim/pay", &SimControls::pay);
    control("POST", "/sim/stray", &SimControls::stray);
    control("PUT", "/sim/switches", &SimControls::setSwitches);
    control("GET", "/sim/switches", &SimControls::switches);
    control("PUT", "/sim/faults", &SimControls::setFaults);
    control("PUT", "/sim/clock", &SimControls::moveClock);
    control("GET", "/sim/orders", &SimControls::orders);
    control("GET", "/sim/refunds", &SimControls::refunds);
    control("GET", "/sim/notifies", &SimControls::notifies);
    m_gatewayRoutes.add("POST", "/sim/replay",
                        [this](const HttpRequest &request) { return ready(m_replay.arm(request)); });
    m_account.addRoutes(m_gatewayRoutes);

    m_phoneRoutes.add("GET", "/pay/<arg>", [this](const HttpRequest &request) { return ready(m_page.show(request)); });
    m_phoneRoutes.add("POST", "/pay/<arg>",
                      [this](const HttpRequest &request) { return ready(m_page.decide(request)); });
}

QFuture<HttpReply> Simulator::answer(const HttpRequest &request)
{
    return request.target.startsWith("/pay/") ? m_phoneRoutes.answer(request) : m_gatewayRoutes.answer(request);
}
