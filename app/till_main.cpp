// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerOrders.h"
#include "app/CommandLine.h"
#include "app/ServerOptions.h"
#include "app/TillProgram.h"

#include <QApplication>

/// The cashier's terminal.
int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName("scantill");
    QCoreApplication::setApplicationVersion(SCANTILL_VERSION);
    CommandLine line("ScanTill, a cashier's terminal for WeChat Pay.", serverOptions() + TillProgram::options());
    if (AnswerOrders::areIn(argc, argv)) {
        const QCoreApplication screenless(argc, argv);
        if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
            return failWith(parsed.error());
        if (const auto code = AnswerOrders::follow(line))
            return *code;
    }
    QApplication application(argc, argv);
    if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
        return TillProgram::refuse(line, parsed.error());
    return TillProgram::run(line);
}
