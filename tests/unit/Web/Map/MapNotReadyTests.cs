using System.Net;
using System.Text.Json;
using HealthDoers.Domain;
using HealthDoers.Web.Data;
using HealthDoers.Web.Map;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Map;

/// <summary>The map waits for a feature whose things cannot be read, until they can.</summary>
public sealed class MapNotReadyTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_a_map_that_cannot_be_read_is_told_soon_and_has_it_once_it_can()
    {
        var broken = new Unreadable();
        await using var app = new WebAppWith(broken);
        using var visitor = app.Browser();

        var (features, page, embed, download) = (visitor.OpenAsync("/api/map/features"), visitor.OpenAsync("/map?q=garden"), visitor.OpenAsync("/map/embed"), visitor.OpenAsync("/map/download.csv"));
        foreach (var answer in await Task.WhenAll(features, page, embed, download).WaitAsync(TimeSpan.FromSeconds(30), Stop))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Message.Headers.RetryAfter?.Delta);
        }
        Assert.Equal("The map is not ready yet. Try again in a moment.", JsonDocument.Parse((await features).Body).RootElement.GetProperty("detail").GetString());
        Assert.Contains("The map is not ready yet.", (await page).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await page).Page.QuerySelector("main a[href='/map?q=garden']"));

        broken.IsMended = true;
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/map")).Status == HttpStatusCode.OK);
    }

    sealed class WebAppWith(IMappable feature) : WebApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton(feature));
        }
    }

    sealed class Unreadable : IMappable
    {
        public bool IsMended { get; set; }

        public IQueryable<Guid> All(AppDb db) => IsMended ? db.Hubs.Select(h => h.Id).Take(0) : throw new InvalidOperationException("This feature cannot be read.");

        public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyCollection<Guid>>([]);

        public Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Marker>>([]);
    }
}
