using Microsoft.AspNetCore.SignalR;

namespace HealthDoers.Load.Bare;

/// <summary>The least a live room can be: insert the message, tell everybody.</summary>
public sealed class BareRoom(BareDb db) : Hub
{
    public async Task Send(string body)
    {
        var message = new Message { Body = body };
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        await Clients.All.SendAsync("message", message);
    }
}
