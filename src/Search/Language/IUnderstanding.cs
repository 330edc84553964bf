namespace HealthDoers.Search.Language;

/// <summary>Understands what somebody typed, the same way for every engine.</summary>
interface IUnderstanding
{
    Question Read(string text);
}
