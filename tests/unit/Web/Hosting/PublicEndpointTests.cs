using HealthDoers.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class PublicEndpointTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public void Only_what_stands_on_the_list_is_open_to_visitors()
    {
        _ = app.Address;
        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath ?? "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct().Order(StringComparer.Ordinal).ToList();

        var unlisted = open.Where(path => !PublicPages.Pages.Contains(path)
            && !PublicPages.Folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
            && !PublicPages.Endpoints.Contains(path));
        Assert.Empty(unlisted);
    }

    [Fact]
    public void No_endpoint_is_open_by_having_forgotten_its_policy()
    {
        _ = app.Address;
        Assert.NotNull(app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>().Value.FallbackPolicy);
    }
}
