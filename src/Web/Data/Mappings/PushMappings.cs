using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Notifying.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class PushMappings : IEntityTypeConfiguration<PushDevice>, IEntityTypeConfiguration<QueuedPush>
{
    public void Configure(EntityTypeBuilder<PushDevice> device)
    {
        device.ToTable("PushDevices");
        device.Property(d => d.Id).ValueGeneratedNever();
        device.Property(d => d.Name).HasMaxLength(PushDevice.NameLimit);
        device.Property(d => d.Endpoint).HasMaxLength(PushDevice.EndpointLimit);
        device.Property(d => d.EndpointHash).HasMaxLength(64);
        device.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId).OnDelete(DeleteBehavior.Cascade);
        device.HasIndex(d => d.EndpointHash).IsUnique();
        device.HasIndex(d => d.MemberId);
    }

    public void Configure(EntityTypeBuilder<QueuedPush> push)
    {
        push.ToTable("QueuedPushes").HasKey(p => new { p.DeviceId, p.NotificationId });
        push.HasOne<PushDevice>().WithMany().HasForeignKey(p => p.DeviceId).OnDelete(DeleteBehavior.Cascade);
        push.HasOne<Notification>().WithMany().HasForeignKey(p => p.NotificationId).OnDelete(DeleteBehavior.Cascade);
        push.HasIndex(p => p.NextAt);
        push.HasIndex(p => p.NotificationId);
    }
}
