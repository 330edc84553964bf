namespace HealthDoers.Web.Access.Passwords;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    None,
    TooShort,
    TooLong,

    /// <summary>Easily guessed: a common password, a pattern, a date, a word or two.</summary>
    Weak,

    /// <summary>Made from the person's address, name or handle.</summary>
    AboutYou,

    /// <summary>Made from the name of this site.</summary>
    AboutUs,
}
