namespace HealthDoers.Domain.Members;

/// <summary>Why a typed handle was refused.</summary>
public enum HandleFault
{
    None,
    TooShort,
    TooLong,
    Characters,
    Reserved,
}
