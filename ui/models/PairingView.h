// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// What of this till would be left behind if it went to another server now.
enum class OpenBusiness {
    Nothing,
    Sale, ///< on the screen, rung up or being paid
    Payment, ///< its end is not known yet
    Refund, ///< its end is not known yet
    Held, ///< bills that are put aside
};

/// A code for another till, as it is shown there.
struct AddTillView
{
    enum class Say {
        Asking,
        Shown,
        Over, ///< its five minutes are
        NotAnswered, ///< the server did not answer; there may be a code nobody knows
        Refused, ///< refusal
    };
    Say say = Say::Asking;
    QString code; ///< "7K3M-Q9XD"; empty unless it is shown
    int secondsLeft = -1;
    QStringList addresses; ///< to be typed on the other till
    bool onlyHere = false; ///< other computers cannot reach them
    QString fingerprint; ///< of the server's certificate, 64 hex digits; empty: it has none
    QString refusal; ///< the server's code
};

/// This till becomes a client of a server elsewhere.
struct JoinView
{
    enum class Step {
        Address, ///< typed
        Certificate, ///< fingerprint, to be compared with what the other side shows
        Code, ///< typed
        Done,
    };
    enum class Say {
        Nothing,
        FixedByStart, ///< the command line names this till's server
        StillOpen, ///< open: what has to be finished first
        NotAnAddress,
        InTheClear, ///< http:// to another computer
        Connecting,
        Unreachable,
        NoTls, ///< something is there, but does not speak TLS
        CompareFirst, ///< Enter does not say that they are the same
        Differs, ///< a person says so
        NotACode, ///< not eight letters and digits
        Joining,
        WrongCode,
        CodeOver, ///< wrong, and five minutes have gone by
        CodeDead, ///< ten wrong tries: it is good no more, even if it is typed right
        TooManyTries, ///< the server does not look at codes for a while
        OtherCertificate, ///< it shows another than was compared
        NoAnswer, ///< it may have happened: then a terminal is in the list that nobody uses
        Refused, ///< refusal
        OldBusiness, ///< what this till knows of an earlier server has open money in it
        InUse, ///< another program of this till's has its folder
        NotKept, ///< the till's own disk refused to write
    };
    Step step = Step::Address;
    Say say = Say::Nothing;
    OpenBusiness open = OpenBusiness::Nothing;
    QString address; ///< as typed, from Certificate on as it was read
    QString fingerprint; ///< 64 hex digits; empty: this computer, in the clear
    bool vouched = false; ///< the system's authorities know the certificate, under this name
    QString code; ///< as typed
    QString till; ///< its name, which its orders carry there
    QString refusal; ///< the server's code
    bool busy = false;
};
