using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LayWordEdits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phrase = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Means = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    ByEditor = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LayWordEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ByMail = table.Column<bool>(type: "boolean", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NewsSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnansweredWords",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    AskedFrom = table.Column<long>(type: "bigint", nullable: false),
                    LastAsked = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnansweredWords", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "SearchMatches",
                columns: table => new
                {
                    SearchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ThingId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchMatches", x => new { x.SearchId, x.Kind, x.ThingId });
                    table.ForeignKey(
                        name: "FK_SearchMatches_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LayWordEdits_ById_At",
                table: "LayWordEdits",
                columns: new[] { "ById", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LayWordEdits_Phrase_At",
                table: "LayWordEdits",
                columns: new[] { "Phrase", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_MemberId",
                table: "SavedSearches",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMatches_SearchId_At",
                table: "SearchMatches",
                columns: new[] { "SearchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredWords_LastAsked",
                table: "UnansweredWords",
                column: "LastAsked");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LayWordEdits");

            migrationBuilder.DropTable(
                name: "SearchMatches");

            migrationBuilder.DropTable(
                name: "UnansweredWords");

            migrationBuilder.DropTable(
                name: "SavedSearches");
        }
    }
}
