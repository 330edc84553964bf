using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddHubMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AgreementId",
                table: "Hubs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Merger_At",
                table: "Hubs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Merger_ById",
                table: "Hubs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Merger_IntoId",
                table: "Hubs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RoomId",
                table: "Hubs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Hubs",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "HubAgreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubAgreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubAgreements_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cited_AgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cited_Point = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Appeal_Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Appeal_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer_Overturned = table.Column<bool>(type: "INTEGER", nullable: true),
                    Answer_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Answer_At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubDecisions_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HubDecisions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubFoundings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer_Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Answer_At = table.Column<long>(type: "INTEGER", nullable: true),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubFoundings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubFoundings_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_HubFoundings_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubMemberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    BannedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubMemberships_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HubMemberships_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Stewards = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubRoles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubRoles_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubShares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubShares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubShares_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HubShares_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HubShares_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HubTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubTerms_HubRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "HubRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HubTerms_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HubAgreements_HubId_Number",
                table: "HubAgreements",
                columns: new[] { "HubId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubDecisions_HubId_At",
                table: "HubDecisions",
                columns: new[] { "HubId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HubDecisions_MemberId",
                table: "HubDecisions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_HubFoundings_ById",
                table: "HubFoundings",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_HubFoundings_HubId",
                table: "HubFoundings",
                column: "HubId");

            migrationBuilder.CreateIndex(
                name: "IX_HubFoundings_State",
                table: "HubFoundings",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_HubMemberships_HubId_MemberId",
                table: "HubMemberships",
                columns: new[] { "HubId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubMemberships_HubId_State_At",
                table: "HubMemberships",
                columns: new[] { "HubId", "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HubMemberships_MemberId",
                table: "HubMemberships",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_HubRoles_HubId",
                table: "HubRoles",
                column: "HubId");

            migrationBuilder.CreateIndex(
                name: "IX_HubShares_ById",
                table: "HubShares",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_HubShares_HubId_StoryId",
                table: "HubShares",
                columns: new[] { "HubId", "StoryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubShares_StoryId",
                table: "HubShares",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_HubTerms_HubId",
                table: "HubTerms",
                column: "HubId");

            migrationBuilder.CreateIndex(
                name: "IX_HubTerms_MemberId",
                table: "HubTerms",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_HubTerms_RoleId",
                table: "HubTerms",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_HubTerms_Until",
                table: "HubTerms",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HubAgreements");

            migrationBuilder.DropTable(
                name: "HubDecisions");

            migrationBuilder.DropTable(
                name: "HubFoundings");

            migrationBuilder.DropTable(
                name: "HubMemberships");

            migrationBuilder.DropTable(
                name: "HubShares");

            migrationBuilder.DropTable(
                name: "HubTerms");

            migrationBuilder.DropTable(
                name: "HubRoles");

            migrationBuilder.DropColumn(
                name: "AgreementId",
                table: "Hubs");

            migrationBuilder.DropColumn(
                name: "Merger_At",
                table: "Hubs");

            migrationBuilder.DropColumn(
                name: "Merger_ById",
                table: "Hubs");

            migrationBuilder.DropColumn(
                name: "Merger_IntoId",
                table: "Hubs");

            migrationBuilder.DropColumn(
                name: "RoomId",
                table: "Hubs");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Hubs");
        }
    }
}
