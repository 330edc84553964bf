namespace HealthDoers.Web.Pages.Rooms.Attaching;

/// <summary>A file as the upload answers it: the ticket goes into the message that takes it along.</summary>
sealed record AttachedFile(string Ticket, string Url, string Name, string ContentType, long Length, int Width, int Height);

/// <summary>What a message says of a file that was uploaded before.</summary>
sealed record FileInput(string? Ticket, string? Description);
