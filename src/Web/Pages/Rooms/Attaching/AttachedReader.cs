using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Attaching;

/// <summary>Reads which uploads a message takes along and what it says of them.</summary>
sealed class AttachedReader(FileTickets tickets, IStringLocalizer<AttachingText> text)
{
    public IReadOnlyList<PostedFile> Read(IReadOnlyList<FileInput>? files, Guid memberId, FieldErrors errors)
    {
        if (files is null)
            return [];
        if (files.Count > PostedFile.MostInAMessage)
            errors.Add("files", text["TooMany", PostedFile.MostInAMessage]);
        return [.. files.Take(PostedFile.MostInAMessage).Select(f => Read(f, memberId, errors)).OfType<PostedFile>()];
    }

    public string TicketFor(PostedFile file, Guid memberId) => tickets.For(file, memberId);

    /// <summary>What a ticket stands for, without its description; null when it stands for nothing.</summary>
    public PostedFile? Kept(string? ticket, Guid memberId) => tickets.Open(ticket, memberId);

    PostedFile? Read(FileInput? input, Guid memberId, FieldErrors errors)
    {
        var description = CleanText.Line(input?.Description);
        if (tickets.Open(input?.Ticket, memberId) is not { } file)
        {
            errors.Add("files", text["UploadIsGone"]);
            return null;
        }
        if (description.Length == 0)
            errors.Add("files", text["DescribeIt", file.Name]);
        else if (description.Length > PostedFile.DescriptionLimit)
            errors.Add("files", text["DescriptionTooLong", PostedFile.DescriptionLimit]);
        return file with { Description = description };
    }
}
