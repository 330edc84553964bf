using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web;

/// <summary>A person at a browser without script: opens pages, fills in their forms and sends them.</summary>
public sealed class Browser(HttpClient http) : IDisposable
{
    public const string Password = "garden-velvet-canoe-orbit-toast";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public HttpClient Http => http;

    public async Task<Answer> OpenAsync(string path) => await Answer.OfAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), Stop));

    /// <summary>Opens a page and sends its form, with hidden fields and ticks as they stand.</summary>
    public async Task<Answer> FillAsync(string path, params (string Field, string Value)[] typed)
    {
        var page = await OpenAsync(path);
        return await SendAsync(path, page.Fields(), typed);
    }

    public async Task<Answer> SendAsync(string path, IEnumerable<KeyValuePair<string, string>> hidden, params (string Field, string Value)[] typed)
    {
        var fields = hidden.Where(f => !typed.Any(t => t.Field == f.Key)).Concat(typed.Select(t => KeyValuePair.Create(t.Field, t.Value)));
        using var form = new FormUrlEncodedContent(fields);
        return await Answer.OfAsync(await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), form, Stop));
    }

    public Task<Answer> SignInAsync(string email, string password = Password) =>
        FillAsync("/account/login", ("Input.Email", email), ("Input.Password", password));

    public void Dispose() => http.Dispose();
}

public sealed record Answer(HttpStatusCode Status, string? Goes, string Body, HttpResponseMessage Message)
{
    public IHtmlDocument Page { get; } = new HtmlParser().ParseDocument(Body);

    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message.Headers.Location?.OriginalString, await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), message);

    /// <summary>What the last form of the page would send untouched.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() =>
        FieldsOf(Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Last(f => f.Method == "post"));

    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IElement form) =>
        form.QuerySelectorAll("input,textarea,select")
            .Select(field => field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => default,
                IHtmlInputElement input when input.Name is not null => KeyValuePair.Create(input.Name, input.Value),
                IHtmlTextAreaElement area => KeyValuePair.Create(area.Name!, area.Value),
                IHtmlSelectElement select => KeyValuePair.Create(select.Name!, select.Value ?? ""),
                _ => default,
            }).Where(field => field.Key is not null);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Wrong(string field) => Page.QuerySelector($"[id='{field.Replace('.', '_')}'][aria-invalid=true]") is null
        ? null
        : Page.GetElementById(field.Replace('.', '_') + "-wrong")?.TextContent;
}

public static class People
{
    public static Browser Browser(this WebApp app) => new(app.Visitor());

    /// <summary>A member with the usual password, as the command line would add them.</summary>
    public static async Task<Member> MemberAsync(this WebApp app, string handle, Duties duties = Duties.None)
    {
        _ = app.Address;
        await using var scope = app.Services.CreateAsyncScope();
        var (answer, account) = await scope.ServiceProvider.GetRequiredService<Joining>()
            .AddAsync(new($"{handle}@example.org", handle, Handle.Of(handle), "en", duties), TestContext.Current.CancellationToken, Tests.Web.Browser.Password);
        Assert.Equal(JoinAnswer.Joined, answer);
        return await app.InDbAsync(async db => (await db.Members.FindAsync(account!.Id))!);
    }

    /// <summary>A browser in which that new member is signed in.</summary>
    public static async Task<Browser> SignedInAsync(this WebApp app, string handle, Duties duties = Duties.None)
    {
        await app.MemberAsync(handle, duties);
        var browser = app.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync($"{handle}@example.org")).Status);
        return browser;
    }

    /// <summary>A personal token of a member.</summary>
    public static async Task<string> TokenAsync(this WebApp app, Member member, TokenScopes scopes) => await app.InDbAsync(async db =>
    {
        db.PersonalTokens.Add(PersonalToken.Make(member.Id, "test", scopes, DateTimeOffset.UtcNow, out var token));
        await db.SaveChangesAsync();
        return token;
    });

    /// <summary>A program that sends this token with every request.</summary>
    public static HttpClient Program(this WebApp app, string token)
    {
        var program = app.Visitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    /// <summary>The first letter to this address that says something, waiting for the mail run.</summary>
    public static async Task<string> LetterAsync(this WebApp app, string to, string saying = "")
    {
        var folder = Path.Combine(app.Folder, "mail");
        for (var waited = 0; waited < 100; waited++)
        {
            if (Directory.Exists(folder))
                foreach (var file in Directory.EnumerateFiles(folder, "*.eml").OrderDescending())
                    if (await File.ReadAllTextAsync(file) is var letter && letter.Contains($"To: {to}", StringComparison.OrdinalIgnoreCase) && letter.Contains(saying, StringComparison.Ordinal))
                        return letter;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"No letter to {to} came within ten seconds.");
    }

    public static string LinkIn(string letter, string path)
    {
        var start = letter.IndexOf("/account/" + path, StringComparison.Ordinal);
        var end = letter.IndexOfAny(['\r', '\n', '"', ' '], start);
        return end < 0 ? letter[start..] : letter[start..end];
    }
}
