using HealthDoers.Tests.Web.Access;
using HealthDoers.Tests.Web.Access.Carrying;
using HealthDoers.Tests.Web.Admin;
using HealthDoers.Tests.Web.Communities;
using HealthDoers.Tests.Web.Gatherings;
using HealthDoers.Tests.Web.Hosting;
using HealthDoers.Tests.Web.Hubs;
using HealthDoers.Tests.Web.Map;
using HealthDoers.Tests.Web.Members;
using HealthDoers.Tests.Web.Mentoring;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Tests.Web.Stories;
using HealthDoers.Tests.Web.Stories.Conversation;
using HealthDoers.Tests.Web.Stories.Writing;
using HealthDoers.Tests.Web.Visits;

// The same journeys through the whole program, on the other database.
namespace HealthDoers.Tests.Web.OnPostgreSql;

public sealed class Answers(PostgreSqlWebApp app) : AnswerTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Joining(PostgreSqlWebApp app) : JoiningTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class SigningIn(PostgreSqlWebApp app) : SignInTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Tokens(PostgreSqlWebApp app) : TokenTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Leaving(PostgreSqlWebApp app) : LeavingTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class FirstAdministrator(PostgreSqlWebApp app) : FirstAdministratorTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class CarriedForms(PostgreSqlWebApp app) : CarriedFormTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Profiles(PostgreSqlWebApp app) : ProfileTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Desk(PostgreSqlWebApp app) : DeskTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Writing(PostgreSqlWebApp app) : WriteTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class DraftKeeping(PostgreSqlWebApp app) : DraftTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Editing(PostgreSqlWebApp app) : EditTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Conversation(PostgreSqlWebApp app) : ConversationTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class SecondPresses(PostgreSqlWebApp app) : SecondPressTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class UnusedFiles(PostgreSqlWebApp app) : Files.UnusedFileTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class GatheringPages(PostgreSqlWebApp app) : GatheringPageTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class ComingToGatherings(PostgreSqlWebApp app) : AnsweringTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Calendars(PostgreSqlWebApp app) : CalendarTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class TheMap(PostgreSqlWebApp app) : MapFeaturesTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class AddingToTheMap(PostgreSqlWebApp app) : AddToMapTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class HubPages(PostgreSqlWebApp app) : HubPageTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class HubJoining(PostgreSqlWebApp app) : JoinTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class HubModeration(PostgreSqlWebApp app) : ModerationTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class ClaimsAndTeams(PostgreSqlWebApp app) : ClaimAndTeamTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class CommunityEditing(PostgreSqlWebApp app) : ProfileEditTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class RulesOfNotifications(PostgreSqlWebApp app) : Notifying.RulesPageTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class Mentoring(PostgreSqlWebApp app) : MentoringTests(app), IClassFixture<PostgreSqlWebApp>;

public sealed class SiteVisits(PostgreSqlWebApp app) : VisitPageTests(app), IClassFixture<PostgreSqlWebApp>;
