namespace HealthDoers.Search.Elasticsearch;

/// <summary>The cluster gave no usable answer. The message names what happened and holds neither text of documents nor the key.</summary>
public class ClusterException(string message, int? status = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Of HTTP; none when there was no answer.</summary>
    public int? Status => status;

    /// <summary>It may work later: no answer, too busy, or broken on the cluster's side.</summary>
    public bool MayPass => status is null or 408 or 429 or >= 500;
}

/// <summary>The cluster took the others and will never take these as they are.</summary>
public sealed class RefusedDocumentsException(IReadOnlyList<(string Id, string Reason)> refused)
    : Exception($"Elasticsearch refused {refused.Count} documents, the first for {refused[0].Reason}")
{
    public IReadOnlyList<(string Id, string Reason)> Refused => refused;
}
