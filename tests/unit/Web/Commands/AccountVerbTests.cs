using System.Diagnostics;
using System.Net;

namespace HealthDoers.Tests.Web.Commands;

public sealed class AccountVerbTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("healthdoers-verbs-").FullName;

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "create-token", "--help")]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "create-token")]
    [InlineData(2, "create-token", "ana@example.org", "--scope", "fly")]
    [InlineData(1, "create-token", "nobody@example.org")]
    [InlineData(0, "migrate")]
    public async Task A_verb_ends_with_the_code_that_tells_how_it_went(int code, params string[] words)
    {
        var run = await RunAsync("", words);
        Assert.True(run.Code == code, run.Errors + run.Says);
    }

    [Fact]
    public async Task Members_tokens_and_administrators_made_on_the_command_line_work_on_the_site()
    {
        Assert.Equal("ana is a member.", (await RunAsync(Browser.Password, "create-member", "ana@example.org", "--handle", "ana", "--role", "editor")).Last);
        Assert.Equal(1, (await RunAsync(Browser.Password, "create-member", "ana@example.org", "--handle", "ana2")).Code);
        Assert.Equal(1, (await RunAsync("short", "create-member", "luis@example.org", "--handle", "luis")).Code);
        var token = (await RunAsync("", "create-token", "ana@example.org", "--scope", "read,write")).Last;
        var link = (await RunAsync("", "create-admin", "rosa@example.org")).Last;

        await using var app = new WebApp();
        app.Settings["Data:Folder"] = _folder;
        using var browser = app.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("ana@example.org")).Status);
        using var program = app.Program(token);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync(new Uri("/account", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        using var rosa = app.Browser();
        Assert.Equal("/account/login", (await rosa.FillAsync(People.LinkIn(link, "reset"), ("Input.Password", Browser.Password))).Goes);
        Assert.Equal(HttpStatusCode.SeeOther, (await rosa.SignInAsync("rosa@example.org")).Status);
    }

    [Fact]
    public async Task Host_options_may_stand_before_the_verb()
    {
        var run = await RunAsync("", "--environment", "Production", "migrate");
        Assert.Equal((0, "The database is up to date."), (run.Code, run.Last));
    }

    async Task<(int Code, string Says, string Last, string Errors)> RunAsync(string input, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var word in words.Append($"--Data:Folder={_folder}"))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var says = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, says, says.TrimEnd().Split('\n')[^1], await errors);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
