namespace HealthDoers.Search.Language;

/// <summary>Understands what somebody typed, the same way for every engine.</summary>
interface IUnderstanding
{
    /// <param name="audiences">Who asks: words that stand only where they may not read are not known.</param>
    Question Read(string text, IReadOnlyList<string> audiences);
}
