using System.IO.Compression;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HealthDoers.Tests.Web.Commands;

public sealed partial class BackupTests(PostgreSqlServer server) : IDisposable
{
    readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_restore_brings_back_what_was_saved_and_nothing_else(string provider)
    {
        if (provider == "PostgreSql")
            _run.Settings.AddRange(["--Database:Provider=PostgreSql", $"--ConnectionStrings:Default={await server.NewDatabaseAsync()}"]);
        var (first, second) = (_run.Write("1.jsonl", """{"externalId":"1","title":"Kept"}"""), _run.Write("2.jsonl", """{"externalId":"2","title":"Later"}"""));
        await _run.RunAsync("import", "stories", first);
        var upload = Upload("kept");

        var saved = await _run.RunAsync("backup", _run.In("b.zip"));
        await _run.RunAsync("import", "stories", second);
        File.Delete(upload);
        Upload("later");
        var restored = await _run.RunAsync("restore", _run.In("b.zip"));

        Assert.True(saved.Code == 0, saved.Errors);
        Assert.True(restored.Code == 0, restored.Errors);
        Assert.Equal(saved.LastLine.Split(" to ")[0].Replace("saved", "", StringComparison.Ordinal), restored.LastLine.Split(" of ")[0].Replace("restored", "", StringComparison.Ordinal));
        Assert.Equal(["kept"], Directory.GetFiles(Path.Combine(_run.Data, "files")).Select(Path.GetFileName));
        Assert.Equal("imported 0, updated 0, unchanged 1, skipped 0", (await _run.RunAsync("import", "stories", first)).LastLine);
        Assert.Equal("imported 1, updated 0, unchanged 0, skipped 0", (await _run.RunAsync("import", "stories", second)).LastLine);
        Assert.Empty(Directory.GetDirectories(_run.Data, ".re*"));
    }

    [Fact]
    public async Task Uploads_that_lie_in_the_database_come_back_with_it()
    {
        var connection = await server.NewDatabaseAsync();
        _run.Settings.AddRange(["--Database:Provider=PostgreSql", $"--ConnectionStrings:Default={connection}"]);
        await _run.RunAsync("migrate");
        await SqlAsync(connection, "INSERT INTO \"Files\" (\"Hash\", \"ContentType\", \"Length\", \"Width\", \"Height\", \"OwnerId\", \"At\", \"Content\") VALUES ('kept', 'image/png', 4, 1, 1, gen_random_uuid(), now(), '\\x00ff0a5c')");
        var saved = await _run.RunAsync("backup", _run.In("b.zip"));
        await SqlAsync(connection, "DELETE FROM \"Files\"");
        NpgsqlConnection.ClearAllPools();

        var restored = await _run.RunAsync("restore", _run.In("b.zip"));

        Assert.True(saved.Code == 0 && restored.Code == 0, saved.Errors + restored.Errors);
        Assert.Equal(new byte[] { 0, 0xff, 0x0a, 0x5c }, await SqlAsync(connection, "SELECT \"Content\" FROM \"Files\" WHERE \"Hash\" = 'kept'"));
    }

    [Fact]
    public async Task A_restore_has_every_index_filled_again()
    {
        await _run.RunAsync("migrate");
        await _run.RunAsync("backup", _run.In("b.zip"));
        var restored = await _run.RunAsync("restore", _run.In("b.zip"));
        Assert.True(restored.Code == 0, restored.Errors);
        await using var opened = new SqliteConnection($"Data Source={Path.Combine(_run.Data, "community.db")};Mode=ReadOnly;Pooling=False");
        await opened.OpenAsync(TestContext.Current.CancellationToken);
        await using var last = opened.CreateCommand();
        last.CommandText = "SELECT Type FROM Events ORDER BY Number DESC LIMIT 1";
        Assert.Equal("IndexRebuildRequested", await last.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    static async Task<object?> SqlAsync(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        return await command.ExecuteScalarAsync();
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("foreign")]
    [InlineData("newer")]
    [InlineData("cut")]
    [InlineData("missing")]
    [InlineData("outside")]
    public async Task A_file_that_cannot_be_trusted_is_refused_and_the_present_data_stays(string how)
    {
        var file = _run.Write("1.jsonl", """{"externalId":"1","title":"Here"}""");
        await _run.RunAsync("import", "stories", file);
        await _run.RunAsync("backup", _run.In("b.zip"));
        Spoil(_run.In("b.zip"), how);

        var restored = await _run.RunAsync("restore", _run.In("b.zip"));

        Assert.Equal(1, restored.Code);
        Assert.DoesNotContain("   at ", restored.Errors, StringComparison.Ordinal);
        Assert.Equal("imported 0, updated 0, unchanged 1, skipped 0", (await _run.RunAsync("import", "stories", file)).LastLine);
    }

    [Fact]
    public async Task A_restore_waits_until_no_server_holds_the_folder()
    {
        await _run.RunAsync("migrate");
        await _run.RunAsync("backup", _run.In("b.zip"));

        using (DataLock.TryShare(new(_run.Data)))
        {
            var refused = await _run.RunAsync("restore", _run.In("b.zip"));
            Assert.Equal(1, refused.Code);
            Assert.Contains("A server is running", refused.Errors, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await _run.RunAsync("restore", _run.In("b.zip"))).Code);
    }

    string Upload(string name)
    {
        var path = Path.Combine(_run.Data, "files", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name);
        return path;
    }

    static void Spoil(string path, string how)
    {
        if (how == "cut")
        {
            using var file = File.OpenWrite(path);
            file.SetLength(file.Length / 2);
            return;
        }
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var database = archive.GetEntry("database/community.db")!;
        switch (how)
        {
            case "changed":
                using (var content = database.Open())
                {
                    content.Seek(-1, SeekOrigin.End);
                    var last = content.ReadByte();
                    content.Seek(-1, SeekOrigin.End);
                    content.WriteByte((byte)(last ^ 1));
                }
                break;
            case "foreign":
                archive.GetEntry("manifest.json")!.Delete();
                break;
            case "missing":
                database.Delete();
                break;
            case "newer":
                Rewrite(archive, manifest => LastMigration().Replace(manifest, "99991231235959_FromTheFuture"));
                break;
            case "outside":
                using (var content = archive.CreateEntry("../evil").Open())
                    content.WriteByte(1);
                Rewrite(archive, manifest => manifest.Replace("\"entries\": [", "\"entries\": [ { \"name\": \"../evil\", \"bytes\": 1, \"sha256\": \"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a\" },", StringComparison.Ordinal));
                break;
        }
    }

    static void Rewrite(ZipArchive archive, Func<string, string> change)
    {
        var entry = archive.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open());
        writer.Write(change(text));
    }

    [System.Text.RegularExpressions.GeneratedRegex("[0-9]{14}_[A-Za-z]+")]
    private static partial System.Text.RegularExpressions.Regex LastMigration();
}
