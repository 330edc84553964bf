using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NotificationsByEvent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_MemberId_EventNumber",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_EventNumber_MemberId",
                table: "Notifications",
                columns: new[] { "EventNumber", "MemberId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_EventNumber_MemberId",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MemberId_EventNumber",
                table: "Notifications",
                columns: new[] { "MemberId", "EventNumber" },
                unique: true);
        }
    }
}
