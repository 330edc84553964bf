using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddCommunities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ListingId",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Profile_Languages",
                table: "Members",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Profile_Topics",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    RegionName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RegionSlug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Said = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StewardId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hiding_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hiding_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Hiding_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Listings_Members_StewardId",
                        column: x => x.StewardId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Resources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Spotlights",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer_Agreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Answer_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Showing_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Showing_From = table.Column<long>(type: "INTEGER", nullable: true),
                    Showing_Until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spotlights", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Spotlights_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Spotlights_Members_NominatorId",
                        column: x => x.NominatorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeTies",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: true),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeTies", x => new { x.ListingId, x.InitiativeId, x.Role });
                    table.ForeignKey(
                        name: "FK_InitiativeTies_Listings_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InitiativeTies_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Decision_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Decision_Accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Decision_Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Decision_At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListingClaims_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ListingClaims_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingHubs",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingHubs", x => new { x.ListingId, x.HubId });
                    table.ForeignKey(
                        name: "FK_ListingHubs_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ListingHubs_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingLabels",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingLabels", x => new { x.ListingId, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_ListingLabels_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListingRevisions_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingSlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingSlugs", x => x.Slug);
                    table.ForeignKey(
                        name: "FK_ListingSlugs_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamSeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Leg = table.Column<int>(type: "INTEGER", nullable: false),
                    InvitedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Naming = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OtherName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamSeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamSeats_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TeamSeats_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_ListingId_PublishedAt",
                table: "Stories",
                columns: new[] { "ListingId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeTies_InitiativeId_Role",
                table: "InitiativeTies",
                columns: new[] { "InitiativeId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_At",
                table: "ListingClaims",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_ListingId",
                table: "ListingClaims",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_MemberId",
                table: "ListingClaims",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingHubs_HubId",
                table: "ListingHubs",
                column: "HubId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingLabels_Kind_Value_ListingId",
                table: "ListingLabels",
                columns: new[] { "Kind", "Value", "ListingId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingRevisions_ListingId_Number",
                table: "ListingRevisions",
                columns: new[] { "ListingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Kind_Name",
                table: "Listings",
                columns: new[] { "Kind", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Kind_RegionSlug",
                table: "Listings",
                columns: new[] { "Kind", "RegionSlug" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Slug",
                table: "Listings",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Listings_StewardId",
                table: "Listings",
                column: "StewardId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingSlugs_ListingId",
                table: "ListingSlugs",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_Slug",
                table: "Resources",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Spotlights_MemberId",
                table: "Spotlights",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Spotlights_NominatorId",
                table: "Spotlights",
                column: "NominatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Spotlights_Showing_Until",
                table: "Spotlights",
                column: "Showing_Until");

            migrationBuilder.CreateIndex(
                name: "IX_TeamSeats_ListingId_MemberId",
                table: "TeamSeats",
                columns: new[] { "ListingId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamSeats_MemberId",
                table: "TeamSeats",
                column: "MemberId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InitiativeTies");

            migrationBuilder.DropTable(
                name: "ListingClaims");

            migrationBuilder.DropTable(
                name: "ListingHubs");

            migrationBuilder.DropTable(
                name: "ListingLabels");

            migrationBuilder.DropTable(
                name: "ListingRevisions");

            migrationBuilder.DropTable(
                name: "ListingSlugs");

            migrationBuilder.DropTable(
                name: "Resources");

            migrationBuilder.DropTable(
                name: "Spotlights");

            migrationBuilder.DropTable(
                name: "TeamSeats");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropIndex(
                name: "IX_Stories_ListingId_PublishedAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ListingId",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Profile_Languages",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Profile_Topics",
                table: "Members");
        }
    }
}
