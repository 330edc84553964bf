namespace HealthDoers.Search;

/// <summary>Deletes go first, then upserts in their order, the last of one key winning.</summary>
/// <param name="Cursor">
/// The last event that the index contains after this batch. None while refilling: until a batch brings one, the index
/// says that it needs a rebuild, so a refill that died half-way begins again.
/// </param>
public sealed record IndexBatch(IReadOnlyList<SearchDocument> Upserts, IReadOnlyList<DocumentKey> Deletes, long? Cursor);

/// <param name="Cursor">Number of the last event contained; 0 when the index needs a rebuild.</param>
/// <param name="NeedsRebuild">The index is new, was damaged or has another layout: clear it, fill it from the database, give the cursor last.</param>
/// <param name="Documents">How many it holds.</param>
public sealed record IndexState(long Cursor, bool NeedsRebuild, int Documents);
