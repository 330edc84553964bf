namespace HealthDoers.Tests.Web.Commands;

public sealed class CommandLineTests : IDisposable
{
    readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("demo")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("reindex")]
    public async Task Every_verb_has_help_and_touches_nothing_for_it(string verb)
    {
        var ended = await _run.RunAsync(verb, "--help");

        Assert.Equal(0, ended.Code);
        Assert.Contains("Usage:", ended.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.Data));
    }

    [Theory]
    [InlineData("\"teapots\" cannot be imported. What can be: ideas, stories", "import", "teapots", "file.jsonl")]
    [InlineData("'file'", "import", "stories")]
    [InlineData("--members takes a number", "demo", "--members", "many")]
    [InlineData("Try: --help", "sing")]
    public async Task Wrong_use_says_so_and_ends_with_2(string says, params string[] arguments)
    {
        var ended = await _run.RunAsync(arguments);

        Assert.Equal(2, ended.Code);
        Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_options_may_stand_before_or_after_the_verb()
    {
        var file = _run.Write("one.jsonl", """{"externalId":"1","title":"One"}""");

        var before = await _run.RunAsync("--contentRoot", _run.Folder, "import", "stories", file);
        var after = await _run.RunAsync("import", "stories", file, "--contentRoot", _run.Folder, "--environment", "Production");

        Assert.Equal((0, "imported 1, updated 0, unchanged 0, skipped 0"), (before.Code, before.LastLine));
        Assert.Equal((0, "imported 0, updated 0, unchanged 1, skipped 0"), (after.Code, after.LastLine));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_has_no_good_line_ends_with_1()
    {
        var missing = await _run.RunAsync("import", "stories", _run.In("nowhere.jsonl"));
        var bad = await _run.RunAsync("import", "stories", _run.Write("bad.jsonl", "{", """{"externalId":"1"}"""));

        Assert.Equal(1, missing.Code);
        Assert.Contains("no such file", missing.Errors, StringComparison.Ordinal);
        Assert.Equal((1, "imported 0, updated 0, unchanged 0, skipped 2"), (bad.Code, bad.LastLine));
        Assert.Contains("line 2: has no title", bad.Errors, StringComparison.Ordinal);
    }
}
