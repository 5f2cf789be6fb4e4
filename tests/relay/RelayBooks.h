// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/RelayAccess.h"
#include "server/store/Database.h"
#include "server/store/RelayStore.h"
#include "tests/support/Await.h"
#include "tests/support/RelayedNotes.h"

#include <QTemporaryDir>

/// A relay's books in a file of their own, with the shop "corner", whose token is "secret".
struct RelayBooks
{
    explicit RelayBooks(const RelayBacklog &backlog = {}) : store(*database, backlog)
    {
        if (!await(store.add(RelayedNotes::shop("corner", RelayAccess::hashOf("secret")), Orders::start)))
            qFatal("no shop");
    }
    ~RelayBooks() { database->drain(); }
    void keep(int number)
    {
        if (!await(store.keep("corner", RelayedNotes::note(number), {})))
            qFatal("not kept");
    }
    RelayShop corner() { return *await(store.shop("corner")); }

    static DatabaseOptions options()
    {
        DatabaseOptions options;
        options.schema = Schema::relay();
        return options;
    }

    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("relay.sqlite"), options());
    RelayStore store;
};
