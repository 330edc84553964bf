namespace HealthDoers.Search;

public enum RefusalKind { UnknownKind, UnknownSort, NotAWholeNumber, PageTooSmall, SizeOutOfRange, TooDeep, BadCircle, TooManyValues }

/// <summary>Why a search parameter was not taken: the field as it stands in the address, and a plain English sentence.</summary>
public sealed record SearchRefusal(string Field, RefusalKind Kind, string Reason);
