using System.Collections;
using HealthDoers.Domain.Rooms;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>Sentences by field, as problem details carry them.</summary>
sealed class FieldErrors : IEnumerable<KeyValuePair<string, string[]>>
{
    readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string sentence) => _errors.TryAdd(field, [sentence]);

    public void CheckBody(BodyFault? fault, IStringLocalizer text)
    {
        if (fault is { } wrong)
            Add("body", text[$"Body{wrong}", Posting.BodyLimit]);
    }

    public IResult ToResult(int status) => Results.ValidationProblem(_errors, statusCode: status);

    public IEnumerator<KeyValuePair<string, string[]>> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
