namespace HealthDoers.Search.Embedded;

static class Schema
{
    /// <summary>Goes up with every change to these tables or to how words are read; older files are then built anew.</summary>
    public const int Version = 5;

    /// <summary>"HDsx": marks a file as ours.</summary>
    public const int ApplicationId = 0x48447378;

    /// <summary>Of terms, in the order of <see cref="Ranking.Field"/>.</summary>
    public static readonly string[] Columns = ["title", "summary", "body", "tags"];

    /// <remarks>
    /// terms holds stems that we made ourselves, so its tokenizer has only to split at spaces ("ascii" takes every sign beyond
    /// ASCII for a part of a word). number orders documents by when they first came in.
    /// </remarks>
    public static readonly string Create = $"""
        CREATE TABLE documents (
            number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, external_id TEXT, url TEXT NOT NULL,
            title TEXT NOT NULL, title_key TEXT NOT NULL, summary TEXT NOT NULL, topics TEXT NOT NULL, keywords TEXT NOT NULL,
            place TEXT, latitude REAL, longitude REAL, sources TEXT NOT NULL, evidence TEXT, skills TEXT NOT NULL,
            population TEXT NOT NULL, language TEXT NOT NULL, published INTEGER NOT NULL, updated INTEGER NOT NULL,
            adapted INTEGER NOT NULL, audience TEXT NOT NULL, lengths INTEGER NOT NULL, UNIQUE (kind, id));
        CREATE INDEX documents_by_title ON documents (title_key);
        CREATE TABLE texts (number INTEGER PRIMARY KEY, vector BLOB NOT NULL, body TEXT NOT NULL, translations TEXT);
        CREATE VIRTUAL TABLE terms USING fts5 ({string.Join(", ", Columns)}, content='', contentless_delete=1, tokenize='ascii');
        INSERT INTO terms (terms, rank) VALUES ('hashsize', 8388608), ('automerge', 0), ('crisismerge', 256);
        CREATE TABLE stems (stem TEXT PRIMARY KEY, documents INTEGER NOT NULL, public INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE words (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE state (cursor INTEGER NOT NULL);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        """;

    /// <summary>While an index is filled, trees of terms are merged at its end only, each word once; from then on as FTS5 does by itself.</summary>
    public const string Settle = "INSERT INTO terms (terms) VALUES ('optimize'); INSERT INTO terms (terms, rank) VALUES ('automerge', 4), ('crisismerge', 16)";
}
