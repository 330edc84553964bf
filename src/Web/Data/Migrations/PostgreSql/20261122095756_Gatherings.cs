using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Gatherings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "MailsGatherings",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "CalendarKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarKeys_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Gatherings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Schedule = table.Column<string>(type: "text", nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Place = table.Column<string>(type: "text", nullable: true),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Format = table.Column<int>(type: "integer", nullable: false),
                    Zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    HubId = table.Column<Guid>(type: "uuid", nullable: true),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    AnnouncedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Cancellation_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Cancellation_Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Cancellation_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Hiding_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Hiding_Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Hiding_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gatherings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Gatherings_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Gatherings_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "GatheringChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GatheringChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GatheringChanges_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GatheringChanges_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "GatheringHosts",
                columns: table => new
                {
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GatheringHosts", x => new { x.GatheringId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_GatheringHosts_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GatheringHosts_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GatheringLabels",
                columns: table => new
                {
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GatheringLabels", x => new { x.GatheringId, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_GatheringLabels_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Occurrences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Start = table.Column<long>(type: "bigint", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsMoved = table.Column<bool>(type: "boolean", nullable: false),
                    Cancellation_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Cancellation_Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Cancellation_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Outcome_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome_Words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Outcome_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DayTold = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HourTold = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Occurrences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Occurrences_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeriesAnswers",
                columns: table => new
                {
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Coming = table.Column<int>(type: "integer", nullable: false),
                    Needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reminders = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesAnswers", x => new { x.GatheringId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_SeriesAnswers_Gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "Gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SeriesAnswers_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rsvps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccurrenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Coming = table.Column<int>(type: "integer", nullable: false),
                    Waits = table.Column<bool>(type: "boolean", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reminders = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rsvps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rsvps_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rsvps_Occurrences_OccurrenceId",
                        column: x => x.OccurrenceId,
                        principalTable: "Occurrences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarKeys_Hash",
                table: "CalendarKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarKeys_MemberId_Kind_TargetId",
                table: "CalendarKeys",
                columns: new[] { "MemberId", "Kind", "TargetId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GatheringChanges_ById",
                table: "GatheringChanges",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_GatheringChanges_GatheringId",
                table: "GatheringChanges",
                column: "GatheringId");

            migrationBuilder.CreateIndex(
                name: "IX_GatheringHosts_MemberId",
                table: "GatheringHosts",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_GatheringLabels_Kind_Value_GatheringId",
                table: "GatheringLabels",
                columns: new[] { "Kind", "Value", "GatheringId" });

            migrationBuilder.CreateIndex(
                name: "IX_Gatherings_HubId",
                table: "Gatherings",
                column: "HubId");

            migrationBuilder.CreateIndex(
                name: "IX_Gatherings_ListingId",
                table: "Gatherings",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_Gatherings_Slug",
                table: "Gatherings",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_EndsAt",
                table: "Occurrences",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_GatheringId_On",
                table: "Occurrences",
                columns: new[] { "GatheringId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_StartsAt",
                table: "Occurrences",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Rsvps_MemberId",
                table: "Rsvps",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Rsvps_OccurrenceId_MemberId",
                table: "Rsvps",
                columns: new[] { "OccurrenceId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeriesAnswers_MemberId",
                table: "SeriesAnswers",
                column: "MemberId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarKeys");

            migrationBuilder.DropTable(
                name: "GatheringChanges");

            migrationBuilder.DropTable(
                name: "GatheringHosts");

            migrationBuilder.DropTable(
                name: "GatheringLabels");

            migrationBuilder.DropTable(
                name: "Rsvps");

            migrationBuilder.DropTable(
                name: "SeriesAnswers");

            migrationBuilder.DropTable(
                name: "Occurrences");

            migrationBuilder.DropTable(
                name: "Gatherings");

            migrationBuilder.DropColumn(
                name: "MailsGatherings",
                table: "Members");
        }
    }
}
