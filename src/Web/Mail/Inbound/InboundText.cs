namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Names the texts of letters about letters.</summary>
public sealed class InboundText;
