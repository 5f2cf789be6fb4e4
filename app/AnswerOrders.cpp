// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerOrders.h"

#include "app/AnswerFile.h"
#include "app/CommandLine.h"
#include "app/ExitCode.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace {

constexpr std::string_view orders[] = {"--apply-answers", "--check-answers", "--autostart"};

/// As compilers say it, so that the line can be found: no program's name before it.
int sayFault(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.message.toLocal8Bit().constData());
    return exitCodeOf(error);
}

} // namespace

QList<QCommandLineOption> AnswerOrders::options()
{
    return {{"apply-answers", "Make an answer file what this computer's tills begin with, and end.", "FILE"},
            {"check-answers", "Say what is wrong with an answer file, and end.", "FILE"},
            {"shop-config", "Where that is kept, in place of " + AnswerFile::shopFile() + ".", "FILE",
             AnswerFile::shopFile()},
            {"autostart", "End at once unless it says autostart = yes; what a desktop starts by itself."}};
}

bool AnswerOrders::areIn(int argc, char *const *argv)
{
    return std::any_of(argv, argv + argc, [](const char *argument) {
        const std::string_view text = argument;
        return std::any_of(std::begin(orders), std::end(orders),
                           [text](std::string_view order) { return text.substr(0, text.find('=')) == order; });
    });
}

std::optional<int> AnswerOrders::follow(const CommandLine &line)
{
    const bool applies = line.has("apply-answers");
    if (applies || line.has("check-answers")) {
        const auto answers = AnswerFile::read(line.value(applies ? "apply-answers" : "check-answers"));
        if (!answers)
            return sayFault(answers.error());
        if (const auto profile = answers->checkProfileAsOwner(); !profile)
            return sayFault(profile.error());
        if (const auto written = applies ? answers->writeTo(line.value("shop-config")) : Result<void>(); !written)
            return sayFault(written.error());
        return ExitDone;
    }
    if (!line.has("autostart"))
        return std::nullopt;
    const auto shop = AnswerFile::readShop(line.value("shop-config"));
    if (!shop) // the start itself says so in a window
        return line.has("alert") ? std::nullopt : std::optional<int>(failWith(shop.error()));
    return shop->autostart() ? std::nullopt : std::optional<int>(ExitDone);
}
