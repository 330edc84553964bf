namespace HealthDoers.Web.Hosting;

/// <summary>What programs may call, as OpenAPI, for everyone to read.</summary>
static class Description
{
    public static void MapDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
