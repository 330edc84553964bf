using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class JargonCards : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedTerms");

            migrationBuilder.DropTable(
                name: "JargonCards");

            migrationBuilder.DropColumn(
                name: "CardCount",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "HidesPresence",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ShowsReading",
                table: "Members");
        }
    }
}
