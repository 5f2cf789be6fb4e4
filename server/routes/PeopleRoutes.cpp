// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/PeopleRoutes.h"

#include "server/domain/PersonJson.h"
#include "server/login/People.h"
#include "server/routes/Operators.h"
#include "server/routes/PersonReader.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"
#include "server/store/PhoneStore.h"

#include <QJsonArray>

namespace {

HttpReply personRefusal(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return Replies::refusal(404, "PERSON_NOT_EXIST", QStringLiteral("no such person"));
    if (error.code == ErrorCode::Conflict)
        return Replies::refusal(409, "LAST_OWNER", error.message);
    return Replies::error(error);
}

HttpReply personReply(int status, const Result<Person> &person)
{
    return person ? HttpReply::json(status, Json::fromPerson(*person)) : personRefusal(person.error());
}

HttpReply peopleReply(const Result<QList<Person>> &people, const QString &practicePin)
{
    if (!people)
        return personRefusal(people.error());
    QJsonArray array;
    for (const auto &person : *people)
        array.append(Json::fromPerson(person));
    QJsonObject json{{"people", array}};
    if (!practicePin.isEmpty())
        json["practice_pin"] = practicePin;
    return HttpReply::json(200, json);
}

/// Everybody may change their own PIN, and nothing else about themselves.
bool mayChange(const Operator &who, const QString &id, const PersonWish &wish)
{
    return who.role == Role::Owner || (who.id == id && wish.pin && !wish.name && !wish.role && !wish.active);
}

} // namespace

void PeopleRoutes::addTo(HttpListener &http) const
{
    auto &who = operators;
    auto &staff = people;
    http.route("GET", "/api/v1/people", TerminalCall::guarded(guard, [&staff, pin = practicePin](const HttpRequest &) {
                   return staff.list().then(
                       &staff, [pin](const Result<QList<Person>> &found) { return peopleReply(found, pin); });
               }));
    http.route("POST", "/api/v1/people",
               TerminalCall::guardedJson(guard, {"name", "role", "pin"},
                                         [&who, &staff](const HttpRequest &request, const QJsonObject &body) {
                                             return who.atLeast(Role::Owner, request, [&staff, body](const Operator &) {
                                                 const auto wish = readPersonWish(body, true);
                                                 if (!wish)
                                                     return ready(personRefusal(wish.error()));
                                                 return staff.add(*wish).then(&staff, [](const Result<Person> &person) {
                                                     return personReply(201, person);
                                                 });
                                             });
                                         }));
    http.route("PUT", "/api/v1/people/<arg>",
               TerminalCall::guardedJson(guard, {"name", "role", "pin", "active"},
                                         [&who, &staff](const HttpRequest &request, const QJsonObject &body) {
                                             const auto id = request.captures.first();
                                             return who.whoever(request, [&staff, body, id](const Operator &asking) {
                                                 const auto wish = readPersonWish(body, false);
                                                 if (!wish)
                                                     return ready(personRefusal(wish.error()));
                                                 if (!mayChange(asking, id, *wish))
                                                     return ready(Operators::refusal(asking));
                                                 return staff.change(id, *wish).then(
                                                     &staff, [](const Result<Person> &person) {
                                                         return personReply(200, person);
                                                     });
                                             });
                                         }));
    http.route("DELETE", "/api/v1/people/<arg>/phones",
               TerminalCall::guarded(guard, [&who, &staff, &bound = phones](const HttpRequest &request) {
                   const auto id = request.captures.first();
                   return who.atLeast(Role::Supervisor, request, [&staff, &bound, id](const Operator &) {
                       return bound.unbindAllOf(id).then(&staff, [](const Result<void> &done) {
                           return done ? HttpReply{204, {}, {}} : personRefusal(done.error());
                       });
                   });
               }));
}
