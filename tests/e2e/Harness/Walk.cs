using Xunit.Sdk;

namespace HealthDoers.Tests.Harness;

/// <summary>The width of a window and the language its owner prefers.</summary>
public sealed record Screen(int Width, string Language) : IXunitSerializable
{
    public static readonly Screen Desk = new(1280, "en");

    public static readonly Screen Phone = new(390, "en");

    // xunit makes one and fills it, so that a runner can name and repeat a single row.
    public Screen() : this(0, "") { }

    public int Width { get; private set; } = Width;

    public string Language { get; private set; } = Language;

    public override string ToString() => $"{Width} px, {Language}";

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Width), Width);
        info.AddValue(nameof(Language), Language);
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        Width = info.GetValue<int>(nameof(Width));
        Language = info.GetValue<string>(nameof(Language))!;
    }
}

/// <summary>Which screens a test walks: the narrowest in English, or every width and language in a full run.</summary>
public static class Walk
{
    public static bool Full => Environment.GetEnvironmentVariable("HEALTHDOERS_TEST_FULL") == "1";

    public static readonly int[] Widths = [320, 390, 768, 1280];

    public static readonly string[] Languages = ["en", "es"];

    /// <summary>Axe looks at the narrowest and the widest, and at the other language on the narrowest: what lies between changes what fits, not how a page is built.</summary>
    public static bool AxeLooksAt(Screen screen) => screen.Width == Widths[0] || screen == Screen.Desk;

    /// <summary>For <c>[Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]</c>.</summary>
    public static TheoryData<Screen> Screens =>
        Full
            ? [.. from width in Widths from language in Languages select new Screen(width, language)]
            : [new Screen(320, "en")];
}
