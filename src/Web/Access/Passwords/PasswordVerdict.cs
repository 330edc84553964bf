namespace HealthDoers.Web.Access.Passwords;

public readonly record struct PasswordVerdict(PasswordFault Fault)
{
    public bool IsGood => Fault == PasswordFault.None;

    /// <summary>Whether a few random words would help.</summary>
    public bool OfferPassphrase => Fault is not (PasswordFault.None or PasswordFault.TooLong);
}
