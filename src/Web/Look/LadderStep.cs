using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look;

/// <summary>One step of the evidence ladder: <c>&lt;partial name="_EvidenceLadder" model="steps" /&gt;</c>.</summary>
/// <param name="Says">What it rests on; left out, the meaning of the step is told.</param>
public sealed record LadderStep(EvidenceStanding Standing, string? Says = null, DateTimeOffset? Since = null);
