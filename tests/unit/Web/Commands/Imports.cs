using System.Text;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Importing;

namespace HealthDoers.Tests.Web.Commands;

/// <summary>Imports in this process: the tally, and what was said about lines.</summary>
static class Imports
{
    public static Task<(Tally Tally, List<string> Said)> JsonAsync(Db db, params string[] lines) => StoriesAsync(db, string.Join('\n', lines), isCsv: false);

    public static Task<(Tally Tally, List<string> Said)> CsvAsync(Db db, string text) => StoriesAsync(db, text, isCsv: true);

    public static Task<(Tally Tally, List<string> Said)> MessagesAsync(Db db, string? room, params string[] lines) =>
        TakeAsync(say => new MessageImport(db, db.Clock, room, say), string.Join('\n', lines), isCsv: false);

    public static Task<(Tally Tally, List<string> Said)> IdeasAsync(Db db, params string[] lines) =>
        TakeAsync(say => new IdeaImport(db, db.Clock, say), string.Join('\n', lines), isCsv: false);

    public static Task<(Tally Tally, List<string> Said)> IdeasFromCsvAsync(Db db, string text) =>
        TakeAsync(say => new IdeaImport(db, db.Clock, say), text, isCsv: true);

    static Task<(Tally, List<string>)> StoriesAsync(Db db, string text, bool isCsv) =>
        TakeAsync(say => new StoryImport(db, db.Clock, say), text, isCsv);

    static async Task<(Tally, List<string>)> TakeAsync(Func<Action<string>, ImportedKind> kind, string text, bool isCsv)
    {
        List<string> said = [];
        using var progress = new Progress("lines");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (tally, ended) = await new ImportedFile(file, isCsv, kind(said.Add), progress).TakeAsync(TestContext.Current.CancellationToken);
        Assert.True(ended);
        return (tally, said);
    }
}
