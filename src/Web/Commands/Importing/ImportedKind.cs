using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>One kind of thing that can be imported: takes batches of lines, each batch in one transaction.</summary>
abstract class ImportedKind(Action<string> say)
{
    // A hash each, so that a file of millions of lines is still told its doubles.
    readonly HashSet<UInt128> _seen = [];
    readonly List<UInt128> _seenInBatch = [];

    public virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A batch that the database refuses is taken line by line, so that one bad line costs only itself.</summary>
    public async Task<Tally> TakeAllAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        _seenInBatch.Clear();
        try
        {
            return await TakeAsync(lines, cancellationToken);
        }
        catch (DbUpdateException refused)
        {
            _seen.ExceptWith(_seenInBatch);
            if (lines is [var one])
            {
                Skip(one, $"was refused by the database ({refused.GetBaseException().GetType().Name})");
                return new(Skipped: 1);
            }
            var tally = new Tally();
            foreach (var line in lines)
                tally += await TakeAllAsync([line], cancellationToken);
            return tally;
        }
    }

    protected abstract Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken);

    public void Skip(Line line, string why) => say($"line {line.Number}: {why}; skipped");

    protected void Warn(Line line, string warning) => say($"line {line.Number}: {warning}");

    protected bool IsFirst(Line line, string externalId)
    {
        var hash = HashOf(externalId);
        if (_seen.Add(hash))
        {
            _seenInBatch.Add(hash);
            return true;
        }
        Skip(line, "has an externalId that this file has used before");
        return false;
    }

    protected bool Try<T>(Line line, Func<T> read, [NotNullWhen(true)] out T? value) where T : class
    {
        try
        {
            value = read();
            return true;
        }
        catch (BadLineException bad)
        {
            Skip(line, bad.Message);
            value = null;
            return false;
        }
    }

    static UInt128 HashOf(string externalId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(externalId));
        return new(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }
}
