using System.Globalization;
using System.Text.Json;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Rooms.Attaching;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

sealed record MessageInput(string? ClientId, string? Body, string? Topic, long? ReplyToSeq, IReadOnlyList<FileInput>? Files = null, Polls.PollInput? Poll = null)
{
    /// <summary>Null, and the reasons in <paramref name="errors"/>, when this cannot be posted.</summary>
    /// <param name="files">What was uploaded for it and is described.</param>
    public Posting? ToPosting(FieldErrors errors, IStringLocalizer text, IReadOnlyList<PostedFile> files)
    {
        if (!Guid.TryParse(ClientId, out var clientId) || clientId == Guid.Empty)
            errors.Add("clientId", text["ClientIdWanted"]);
        if (ReplyToSeq is < 1)
            errors.Add("replyToSeq", text["NumberWanted"]);
        // A picture without a word is said by its description.
        var body = CleanText.IsBlank(Body) && files.Count > 0 ? files[0].Description : Body;
        var posting = new Posting(clientId, body ?? "", Topic ?? "", ReplyToSeq, Poll?.ToAsk(errors, text)) { Files = files };
        errors.CheckBody(posting.BodyFault, text);
        if (posting.TopicIsTooLong)
            errors.Add("topic", text["TopicTooLong", Posting.TopicLimit]);
        return errors.Any ? null : posting;
    }
}

sealed record EditInput(string? Body);

sealed record ReadInput(long? Seq, string? Topic);

sealed record MarkInput(string? Kind, string? Owner, DateOnly? Due);

sealed record MoveInput(string? Topic);

/// <summary>Reads what a script or program sends, JSON or form, and says plainly what is wrong with it.</summary>
static class RoomInput
{
    // The longest message as JSON with every character escaped, and room to say no to one ten times too long.
    const int MostBytes = 1_000_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<(T? Input, IResult? Malformed)> ReadAsync<T>(HttpRequest request, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength > MostBytes)
            return (null, TypedResults.Problem(text["TooLarge"], statusCode: StatusCodes.Status413PayloadTooLarge));
        if (!request.HasJsonContentType() && !request.HasFormContentType)
            return (null, TypedResults.Problem(text["JsonOrForm"], statusCode: StatusCodes.Status415UnsupportedMediaType));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            var input = request.HasFormContentType
                ? JsonSerializer.Deserialize<T>(AsJson(await request.ReadFormAsync(cancellationToken)), Json)
                : await request.ReadFromJsonAsync<T>(Json, cancellationToken);
            return input is null ? (null, Malformed(text)) : (input, null);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TypedResults.Problem(text["TooLarge"], statusCode: StatusCodes.Status413PayloadTooLarge));
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or IOException)
        {
            return (null, Malformed(text));
        }
    }

    // Both come the same way from here: a number in a form is a string, which the web defaults read as a number.
    static string AsJson(IFormCollection form) => JsonSerializer.Serialize(form
        .Where(field => field.Value.Count == 1 && field.Value[0]!.Length > 0)
        .ToDictionary(field => field.Key, field => field.Value[0], StringComparer.OrdinalIgnoreCase));

    static ProblemHttpResult Malformed(IStringLocalizer text) => TypedResults.Problem(text["Malformed"], statusCode: StatusCodes.Status400BadRequest);
}

static class MessageQuery
{
    public static Log.MessageAsk Read(IQueryCollection query, FieldErrors errors, IStringLocalizer text)
    {
        var ask = new Log.MessageAsk(Number("after"), Number("before"), Number("afterRev"), (int)(Number("limit", 1, Log.MessageAsk.MostLimit) ?? Log.MessageAsk.UsualLimit));
        if (ask.AfterRev is not null && ((ask.After ?? ask.Before) is not null || query.ContainsKey("topic")))
            errors.Add("afterRev", text["AfterRevAlone"]);
        return query.TryGetValue("topic", out var topic) ? ask with { Topic = CleanText.Line(topic) } : ask;

        long? Number(string name, long least = 0, long most = long.MaxValue)
        {
            if (!query.TryGetValue(name, out var given))
                return null;
            if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            errors.Add(name, most == long.MaxValue ? text["NumberWanted"] : text["NumberBetween", least, most]);
            return null;
        }
    }
}
