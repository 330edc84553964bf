namespace HealthDoers.Web.Access.PersonalData;

/// <summary>
/// What one feature keeps about a member. Each feature that stores something of a person has one, so that "everything
/// about me" and "erase me" stay whole as features come.
/// </summary>
public interface IPersonalData
{
    /// <summary>Names the file in the archive: lower case, one word.</summary>
    string Name { get; }

    /// <summary>Rows as plain values; they become JSON and a readable table.</summary>
    Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken);

    /// <summary>Hashes of the uploads that belong into the archive.</summary>
    Task<IReadOnlyList<string>> FilesAsync(Guid memberId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Takes away what is the member's, inside the transaction in which they leave.</summary>
    Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken);
}

/// <summary>The choice of somebody who leaves.</summary>
public enum WhatStays
{
    /// <summary>Stories, comments and messages stay, as by "a member".</summary>
    UnderNoName,

    /// <summary>Stories are withdrawn; comments and messages become empty places.</summary>
    Nothing,
}
