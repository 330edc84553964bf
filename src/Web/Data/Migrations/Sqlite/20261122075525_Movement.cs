using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthDoers.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Movement : Migration
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
                name: "Hubs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    TopicSlug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FoundedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Merger_IntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Merger_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Merger_At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hubs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Hubs_Hubs_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "LayWordEdits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Phrase = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Means = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByEditor = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LayWordEdits", x => x.Id);
                });

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
                name: "MapEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    SeenBy = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenDown_ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenDown_Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    TakenDown_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MapEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MapEntries_Members_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaceKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceKeys", x => x.Id);
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
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ByMail = table.Column<bool>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NewsSince = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "UnansweredWords",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    AskedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAsked = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnansweredWords", x => x.Fingerprint);
                });

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
                name: "HubSlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    HubId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubSlugs", x => x.Slug);
                    table.ForeignKey(
                        name: "FK_HubSlugs_Hubs_HubId",
                        column: x => x.HubId,
                        principalTable: "Hubs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "SearchMatches",
                columns: table => new
                {
                    SearchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ThingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchMatches", x => new { x.SearchId, x.Kind, x.ThingId });
                    table.ForeignKey(
                        name: "FK_SearchMatches_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
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
                name: "IX_Stories_ListingId_PublishedAt",
                table: "Stories",
                columns: new[] { "ListingId", "PublishedAt" });

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
                name: "IX_Hubs_ParentId",
                table: "Hubs",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Hubs_Slug",
                table: "Hubs",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Hubs_TopicSlug",
                table: "Hubs",
                column: "TopicSlug");

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
                name: "IX_HubSlugs_HubId",
                table: "HubSlugs",
                column: "HubId");

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
                name: "IX_InitiativeTies_InitiativeId_Role",
                table: "InitiativeTies",
                columns: new[] { "InitiativeId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_LayWordEdits_ById_At",
                table: "LayWordEdits",
                columns: new[] { "ById", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LayWordEdits_Phrase_At",
                table: "LayWordEdits",
                columns: new[] { "Phrase", "At" });

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
                name: "IX_MapEntries_AddressHash",
                table: "MapEntries",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_MapEntries_ConfirmedAt_AddedAt",
                table: "MapEntries",
                columns: new[] { "ConfirmedAt", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MapEntries_ExternalId",
                table: "MapEntries",
                column: "ExternalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MapEntries_OwnerId",
                table: "MapEntries",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_AdaptationId_At",
                table: "Outcomes",
                columns: new[] { "AdaptationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Resources_Slug",
                table: "Resources",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_MemberId",
                table: "SavedSearches",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMatches_SearchId_At",
                table: "SearchMatches",
                columns: new[] { "SearchId", "At" });

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

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredWords_LastAsked",
                table: "UnansweredWords",
                column: "LastAsked");
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
                name: "HubSlugs");

            migrationBuilder.DropTable(
                name: "HubTerms");

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
                name: "InitiativeTies");

            migrationBuilder.DropTable(
                name: "LayWordEdits");

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
                name: "MapEntries");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "PlaceKeys");

            migrationBuilder.DropTable(
                name: "Resources");

            migrationBuilder.DropTable(
                name: "SearchMatches");

            migrationBuilder.DropTable(
                name: "Spotlights");

            migrationBuilder.DropTable(
                name: "TeamSeats");

            migrationBuilder.DropTable(
                name: "UnansweredWords");

            migrationBuilder.DropTable(
                name: "HubRoles");

            migrationBuilder.DropTable(
                name: "Adaptations");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "Hubs");

            migrationBuilder.DropTable(
                name: "Ideas");

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
