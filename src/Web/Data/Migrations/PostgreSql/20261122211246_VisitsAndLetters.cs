using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class VisitsAndLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AnsweredById",
                table: "PactQuestions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Shows",
                table: "PactMembers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "InboundLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Node = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    File = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Wish = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboundLetters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptKeys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "MailTroubles",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Hard = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RestsSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailTroubles", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_MailTroubles_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PushDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Endpoint = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    EndpointHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Key = table.Column<byte[]>(type: "bytea", nullable: false),
                    Auth = table.Column<byte[]>(type: "bytea", nullable: false),
                    Wishes = table.Column<int>(type: "integer", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushDevices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PushDevices_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitOffers_Listings_HostId",
                        column: x => x.HostId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QueuedPushes",
                columns: table => new
                {
                    DeviceId = table.Column<Guid>(type: "uuid", nullable: false),
                    NotificationId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueuedPushes", x => new { x.DeviceId, x.NotificationId });
                    table.ForeignKey(
                        name: "FK_QueuedPushes_Notifications_NotificationId",
                        column: x => x.NotificationId,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_QueuedPushes_PushDevices_DeviceId",
                        column: x => x.DeviceId,
                        principalTable: "PushDevices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    GuestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ask = table.Column<string>(type: "text", nullable: false),
                    Guests = table.Column<int>(type: "integer", nullable: false),
                    AppliedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer_Kind = table.Column<int>(type: "integer", nullable: true),
                    Answer_Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Answer_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CalledOff_By = table.Column<int>(type: "integer", nullable: true),
                    CalledOff_Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    CalledOff_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: true),
                    Report_Saw = table.Column<string>(type: "text", nullable: true),
                    Report_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HostsShow = table.Column<bool>(type: "boolean", nullable: false),
                    GuestsShow = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Visits_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Visits_Listings_GuestId",
                        column: x => x.GuestId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Visits_Listings_HostId",
                        column: x => x.HostId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Visits_VisitOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "VisitOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VisitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Side = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitQuestions_Visits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "Visits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitTakeaways",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VisitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitTakeaways", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitTakeaways_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_VisitTakeaways_Visits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "Visits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InboundLetters_Hash",
                table: "InboundLetters",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboundLetters_MemberId",
                table: "InboundLetters",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundLetters_Outcome_At",
                table: "InboundLetters",
                columns: new[] { "Outcome", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PushDevices_EndpointHash",
                table: "PushDevices",
                column: "EndpointHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PushDevices_MemberId",
                table: "PushDevices",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPushes_NextAt",
                table: "QueuedPushes",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPushes_NotificationId",
                table: "QueuedPushes",
                column: "NotificationId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitOffers_HostId_WithdrawnAt",
                table: "VisitOffers",
                columns: new[] { "HostId", "WithdrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitOffers_WithdrawnAt_OfferedAt",
                table: "VisitOffers",
                columns: new[] { "WithdrawnAt", "OfferedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitQuestions_VisitId",
                table: "VisitQuestions",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_GatheringId",
                table: "Visits",
                column: "GatheringId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_GuestId",
                table: "Visits",
                column: "GuestId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_HostId",
                table: "Visits",
                column: "HostId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OfferId",
                table: "Visits",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitTakeaways_IdeaId",
                table: "VisitTakeaways",
                column: "IdeaId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitTakeaways_VisitId",
                table: "VisitTakeaways",
                column: "VisitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InboundLetters");

            migrationBuilder.DropTable(
                name: "KeptKeys");

            migrationBuilder.DropTable(
                name: "MailTroubles");

            migrationBuilder.DropTable(
                name: "QueuedPushes");

            migrationBuilder.DropTable(
                name: "VisitQuestions");

            migrationBuilder.DropTable(
                name: "VisitTakeaways");

            migrationBuilder.DropTable(
                name: "PushDevices");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "VisitOffers");

            migrationBuilder.DropColumn(
                name: "AnsweredById",
                table: "PactQuestions");

            migrationBuilder.DropColumn(
                name: "Shows",
                table: "PactMembers");
        }
    }
}
