using System.Text;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Importing;

namespace HealthDoers.Tests.Web.Commands;

/// <summary>Imports in this process: the tally, and what was said about lines.</summary>
static class Imports
{
    public static Task<(Tally Tally, List<string> Said)> JsonAsync(Db db, params string[] lines) => TakeAsync(db, string.Join('\n', lines), isCsv: false);

    public static Task<(Tally Tally, List<string> Said)> CsvAsync(Db db, string text) => TakeAsync(db, text, isCsv: true);

    static async Task<(Tally, List<string>)> TakeAsync(Db db, string text, bool isCsv)
    {
        List<string> said = [];
        using var progress = new Progress("lines");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stories = new StoryImport(db, db.Clock, said.Add);
        var (tally, ended) = await new ImportedFile(file, isCsv, stories, progress).TakeAsync(TestContext.Current.CancellationToken);
        Assert.True(ended);
        return (tally, said);
    }
}
