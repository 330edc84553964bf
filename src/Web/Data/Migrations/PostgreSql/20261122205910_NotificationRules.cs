using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NotificationRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsOneOfMany",
                table: "OutgoingMails",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DigestAt",
                table: "Notifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DigestId",
                table: "Notifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ViaId",
                table: "Notifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WaitsFor",
                table: "Notifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Only",
                table: "Follows",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LastDigests",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastDigests", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_LastDigests_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NotificationSettings",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationSettings", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_NotificationSettings_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_DigestAt_MemberId",
                table: "Notifications",
                columns: new[] { "DigestAt", "MemberId" },
                filter: "\"DigestAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_DigestId",
                table: "Notifications",
                column: "DigestId",
                filter: "\"DigestId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Kind_WaitsFor",
                table: "Notifications",
                columns: new[] { "Kind", "WaitsFor" },
                filter: "\"WaitsFor\" IS NOT NULL AND \"ReadAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LastDigests");

            migrationBuilder.DropTable(
                name: "NotificationSettings");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_DigestAt_MemberId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_DigestId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Kind_WaitsFor",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "IsOneOfMany",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "DigestAt",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "ViaId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "WaitsFor",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Only",
                table: "Follows");
        }
    }
}
