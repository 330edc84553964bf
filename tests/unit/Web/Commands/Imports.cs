using System.Text;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Importing;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Commands;

/// <summary>Imports in this process: the tally, and what was said about lines.</summary>
static class Imports
{
    public static Task<(Tally Tally, List<string> Said)> JsonAsync(Db db, params string[] lines) => StoriesAsync(db, string.Join('\n', lines), FileFormat.JsonLines);

    public static Task<(Tally Tally, List<string> Said)> CsvAsync(Db db, string text) => StoriesAsync(db, text, FileFormat.Csv);

    public static Task<(Tally Tally, List<string> Said)> MessagesAsync(Db db, string? room, params string[] lines) =>
        TakeAsync(say => new MessageImport(db, db.Clock, room, say), string.Join('\n', lines), FileFormat.JsonLines);

    public static Task<(Tally Tally, List<string> Said)> MessagesAsync(IDbContextFactory<AppDb> dbs, string room, string[] lines) =>
        TakeAsync(say => new MessageImport(dbs, TimeProvider.System, room, say), string.Join('\n', lines), FileFormat.JsonLines);

    internal static Task<(Tally Tally, List<string> Said)> MapAsync(Db db, Atlas atlas, string text, FileFormat format) =>
        TakeAsync(say => new MapImport(db, atlas, db.Clock, say), text, format);

    internal static Task<(Tally Tally, List<string> Said)> GatheringsAsync(Db db, Atlas atlas, params string[] lines) =>
        TakeAsync(say => new GatheringImport(db, atlas, db.Clock, say), string.Join('\n', lines), FileFormat.JsonLines);

    public static Task<(Tally Tally, List<string> Said)> IdeasAsync(Db db, params string[] lines) =>
        TakeAsync(say => new IdeaImport(db, db.Clock, say), string.Join('\n', lines), FileFormat.JsonLines);

    public static Task<(Tally Tally, List<string> Said)> IdeasFromCsvAsync(Db db, string text) =>
        TakeAsync(say => new IdeaImport(db, db.Clock, say), text, FileFormat.Csv);


    static Task<(Tally, List<string>)> StoriesAsync(Db db, string text, FileFormat format) =>
        TakeAsync(say => new StoryImport(db, db.Clock, say), text, format);

    static async Task<(Tally, List<string>)> TakeAsync(Func<Action<string>, ImportedKind> kind, string text, FileFormat format)
    {
        List<string> said = [];
        using var progress = new Progress("lines");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (tally, ended) = await new ImportedFile(file, format, kind(said.Add), progress).TakeAsync(TestContext.Current.CancellationToken);
        Assert.True(ended);
        return (tally, said);
    }
}
