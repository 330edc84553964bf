using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RoomsForTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Pair",
                table: "Rooms",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RefusesTalks",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "TalkBlocks",
                columns: table => new
                {
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkBlocks", x => new { x.ById, x.OtherId });
                    table.ForeignKey(
                        name: "FK_TalkBlocks_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkBlocks_Members_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer_Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    Answer_At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkRequests_Members_FromId",
                        column: x => x.FromId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkRequests_Members_ToId",
                        column: x => x.ToId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rooms_Pair",
                table: "Rooms",
                column: "Pair",
                unique: true,
                filter: "\"Pair\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TalkBlocks_OtherId",
                table: "TalkBlocks",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkRequests_FromId_At",
                table: "TalkRequests",
                columns: new[] { "FromId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TalkRequests_ToId_At",
                table: "TalkRequests",
                columns: new[] { "ToId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TalkBlocks");

            migrationBuilder.DropTable(
                name: "TalkRequests");

            migrationBuilder.DropIndex(
                name: "IX_Rooms_Pair",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Pair",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "RefusesTalks",
                table: "Members");
        }
    }
}
