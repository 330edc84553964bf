using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamsAndFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "MessageMarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MessageFiles",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageFiles", x => new { x.MessageId, x.Place });
                    table.ForeignKey(
                        name: "FK_MessageFiles_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageVersions",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rev = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageVersions", x => new { x.MessageId, x.Rev });
                    table.ForeignKey(
                        name: "FK_MessageVersions_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PeerTeams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Words_Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Words_Bond = table.Column<int>(type: "INTEGER", nullable: false),
                    Words_Shares = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Words_Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Support = table.Column<int>(type: "INTEGER", nullable: false),
                    Coach_MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Coach_AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Coach_AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Coach_AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Ending_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ending_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Hiding_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hiding_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Hiding_At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeerTeams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PeerTeams_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TopicTies",
                columns: table => new
                {
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicTies", x => new { x.RoomId, x.Topic });
                    table.ForeignKey(
                        name: "FK_TopicTies_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamPlaces_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TeamPlaces_PeerTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "PeerTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MessageMarks_Due",
                table: "MessageMarks",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_MessageFiles_File",
                table: "MessageFiles",
                column: "File");

            migrationBuilder.CreateIndex(
                name: "IX_PeerTeams_Coach_MemberId",
                table: "PeerTeams",
                column: "Coach_MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_PeerTeams_RoomId",
                table: "PeerTeams",
                column: "RoomId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeerTeams_Slug",
                table: "PeerTeams",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamPlaces_ListingId",
                table: "TeamPlaces",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamPlaces_TeamId_ListingId",
                table: "TeamPlaces",
                columns: new[] { "TeamId", "ListingId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopicTies_TargetId",
                table: "TopicTies",
                column: "TargetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MessageFiles");

            migrationBuilder.DropTable(
                name: "MessageVersions");

            migrationBuilder.DropTable(
                name: "TeamPlaces");

            migrationBuilder.DropTable(
                name: "TopicTies");

            migrationBuilder.DropTable(
                name: "PeerTeams");

            migrationBuilder.DropIndex(
                name: "IX_MessageMarks_Due",
                table: "MessageMarks");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "MessageMarks");
        }
    }
}
