using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CarriedFormsAndFirstDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "NewUntil",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CarriedForms",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TypedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Page = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarriedForms", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedForms_TypedBy_At",
                table: "CarriedForms",
                columns: new[] { "TypedBy", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CarriedForms");

            migrationBuilder.DropColumn(
                name: "NewUntil",
                table: "Members");
        }
    }
}
