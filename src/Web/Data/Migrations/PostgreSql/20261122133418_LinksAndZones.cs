using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class LinksAndZones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Zone",
                table: "Members",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "Gatherings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RoomId",
                table: "Gatherings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "GatheringChanges",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ListingId",
                table: "Adaptations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gatherings_ExternalId",
                table: "Gatherings",
                column: "ExternalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Adaptations_ListingId",
                table: "Adaptations",
                column: "ListingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Gatherings_ExternalId",
                table: "Gatherings");

            migrationBuilder.DropIndex(
                name: "IX_Adaptations_ListingId",
                table: "Adaptations");

            migrationBuilder.DropColumn(
                name: "Zone",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ExternalId",
                table: "Gatherings");

            migrationBuilder.DropColumn(
                name: "RoomId",
                table: "Gatherings");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "GatheringChanges");

            migrationBuilder.DropColumn(
                name: "ListingId",
                table: "Adaptations");
        }
    }
}
