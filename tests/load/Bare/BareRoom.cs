using Microsoft.AspNetCore.SignalR;

namespace HealthDoers.Load.Bare;

/// <summary>The least a live room can be: insert the message, tell everybody in it.</summary>
public sealed class BareRoom(BareDb db) : Hub
{
    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public async Task Send(string room, string body)
    {
        var message = new Message { Room = room, Body = body };
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        await Clients.Group(room).SendAsync("message", message);
    }
}
