using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CardsAndMentoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CardCount",
                table: "Messages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HidesPresence",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsReading",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsOfHostsOnly",
                table: "Gatherings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AskedTerms",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    LastAsked = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer_TermId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedTerms", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "JargonCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JargonCards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JargonCards_GlossaryTerms_TermId",
                        column: x => x.TermId,
                        principalTable: "GlossaryTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_JargonCards_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_JargonCards_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentoringPasses",
                columns: table => new
                {
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringPasses", x => new { x.ById, x.OtherId });
                    table.ForeignKey(
                        name: "FK_MentoringPasses_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentoringPasses_Members_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentoringWishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    Form = table.Column<int>(type: "integer", nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RestsSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringWishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentoringWishes_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_MentoringWishes_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentoringRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer_Kind = table.Column<int>(type: "integer", nullable: true),
                    Answer_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentoringRequests_MentoringWishes_AskId",
                        column: x => x.AskId,
                        principalTable: "MentoringWishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentoringRequests_MentoringWishes_OfferId",
                        column: x => x.OfferId,
                        principalTable: "MentoringWishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Pacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: true),
                    Form = table.Column<int>(type: "integer", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Notes = table.Column<string>(type: "text", nullable: false),
                    NotesVersion = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Ending_ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Ending_At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pacts_MentoringWishes_OfferId",
                        column: x => x.OfferId,
                        principalTable: "MentoringWishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Pacts_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LearningNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearningNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LearningNotes_Pacts_PactId",
                        column: x => x.PactId,
                        principalTable: "Pacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PactGoals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ReachedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PactGoals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PactGoals_Pacts_PactId",
                        column: x => x.PactId,
                        principalTable: "Pacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PactMembers",
                columns: table => new
                {
                    PactId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PactMembers", x => new { x.PactId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_PactMembers_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_PactMembers_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PactMembers_Pacts_PactId",
                        column: x => x.PactId,
                        principalTable: "Pacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PactQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(110)", maxLength: 110, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Helped = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PactQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PactQuestions_Pacts_PactId",
                        column: x => x.PactId,
                        principalTable: "Pacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JargonCards_ById",
                table: "JargonCards",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_JargonCards_Key",
                table: "JargonCards",
                column: "Key",
                filter: "\"TermId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JargonCards_MessageId",
                table: "JargonCards",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_JargonCards_TermId",
                table: "JargonCards",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningNotes_PactId_ById",
                table: "LearningNotes",
                columns: new[] { "PactId", "ById" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPasses_OtherId",
                table: "MentoringPasses",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringRequests_AskId",
                table: "MentoringRequests",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringRequests_FromId",
                table: "MentoringRequests",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringRequests_OfferId",
                table: "MentoringRequests",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringRequests_ToId",
                table: "MentoringRequests",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringWishes_Kind_RestsSince",
                table: "MentoringWishes",
                columns: new[] { "Kind", "RestsSince" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringWishes_ListingId",
                table: "MentoringWishes",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringWishes_MemberId_Kind",
                table: "MentoringWishes",
                columns: new[] { "MemberId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PactGoals_PactId",
                table: "PactGoals",
                column: "PactId");

            migrationBuilder.CreateIndex(
                name: "IX_PactMembers_ListingId",
                table: "PactMembers",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_PactMembers_MemberId",
                table: "PactMembers",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_PactQuestions_PactId",
                table: "PactQuestions",
                column: "PactId");

            migrationBuilder.CreateIndex(
                name: "IX_Pacts_OfferId",
                table: "Pacts",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Pacts_RoomId",
                table: "Pacts",
                column: "RoomId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedTerms");

            migrationBuilder.DropTable(
                name: "JargonCards");

            migrationBuilder.DropTable(
                name: "LearningNotes");

            migrationBuilder.DropTable(
                name: "MentoringPasses");

            migrationBuilder.DropTable(
                name: "MentoringRequests");

            migrationBuilder.DropTable(
                name: "PactGoals");

            migrationBuilder.DropTable(
                name: "PactMembers");

            migrationBuilder.DropTable(
                name: "PactQuestions");

            migrationBuilder.DropTable(
                name: "Pacts");

            migrationBuilder.DropTable(
                name: "MentoringWishes");

            migrationBuilder.DropColumn(
                name: "CardCount",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "HidesPresence",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ShowsReading",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsOfHostsOnly",
                table: "Gatherings");
        }
    }
}
