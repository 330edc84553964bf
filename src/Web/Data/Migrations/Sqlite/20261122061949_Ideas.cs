using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ideas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Ideas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PlaceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PlaceSlug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    AdaptedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Hiding_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hiding_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Hiding_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Retirement_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Retirement_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Retirement_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Merging_IntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Merging_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Merging_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ideas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ideas_Members_ProposedById",
                        column: x => x.ProposedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Adaptations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adaptations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adaptations_Adaptations_FromId",
                        column: x => x.FromId,
                        principalTable: "Adaptations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Adaptations_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Adaptations_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adaptations_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "IdeaLabels",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaLabels", x => new { x.IdeaId, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_IdeaLabels_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaRevisions_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSlugs", x => x.Slug);
                    table.ForeignKey(
                        name: "FK_IdeaSlugs_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    References = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ClaimedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaSteps_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaStories",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaStories", x => new { x.IdeaId, x.StoryId });
                    table.ForeignKey(
                        name: "FK_IdeaStories_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IdeaStories_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeasToTry",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeasToTry", x => new { x.MemberId, x.IdeaId });
                    table.ForeignKey(
                        name: "FK_IdeasToTry_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IdeasToTry_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaTranslations",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaTranslations", x => new { x.IdeaId, x.Language });
                    table.ForeignKey(
                        name: "FK_IdeaTranslations_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdaptationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    ToldById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Outcomes_Adaptations_AdaptationId",
                        column: x => x.AdaptationId,
                        principalTable: "Adaptations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Adaptations_FromId",
                table: "Adaptations",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Adaptations_IdeaId_StartedAt",
                table: "Adaptations",
                columns: new[] { "IdeaId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Adaptations_MemberId",
                table: "Adaptations",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Adaptations_StoryId",
                table: "Adaptations",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaLabels_Kind_Value_IdeaId",
                table: "IdeaLabels",
                columns: new[] { "Kind", "Value", "IdeaId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaRevisions_IdeaId_Number",
                table: "IdeaRevisions",
                columns: new[] { "IdeaId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_AdaptedCount_ProposedAt_Id",
                table: "Ideas",
                columns: new[] { "AdaptedCount", "ProposedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_ExternalId",
                table: "Ideas",
                column: "ExternalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_PlaceSlug",
                table: "Ideas",
                column: "PlaceSlug");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_ProposedAt_Id",
                table: "Ideas",
                columns: new[] { "ProposedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_ProposedById",
                table: "Ideas",
                column: "ProposedById");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_Slug",
                table: "Ideas",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaSlugs_IdeaId",
                table: "IdeaSlugs",
                column: "IdeaId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaSteps_IdeaId",
                table: "IdeaSteps",
                column: "IdeaId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaStories_StoryId",
                table: "IdeaStories",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeasToTry_IdeaId",
                table: "IdeasToTry",
                column: "IdeaId");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_AdaptationId_At",
                table: "Outcomes",
                columns: new[] { "AdaptationId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdeaLabels");

            migrationBuilder.DropTable(
                name: "IdeaRevisions");

            migrationBuilder.DropTable(
                name: "IdeaSlugs");

            migrationBuilder.DropTable(
                name: "IdeaSteps");

            migrationBuilder.DropTable(
                name: "IdeaStories");

            migrationBuilder.DropTable(
                name: "IdeasToTry");

            migrationBuilder.DropTable(
                name: "IdeaTranslations");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "Adaptations");

            migrationBuilder.DropTable(
                name: "Ideas");
        }
    }
}
