namespace HealthDoers.Tests.Web.Access;

/// <summary>Whoever asks for another's new password may say any Host; the link in the letter leads to this site all the same.</summary>
public sealed class ForgedHostTests
{
    [Theory]
    [InlineData("https://community.example")]
    [InlineData(null)]
    public async Task A_forged_host_never_stands_in_a_letter(string? publicUrl)
    {
        await using var app = new WebApp();
        app.Settings["Site:PublicUrl"] = publicUrl;
        await app.MemberAsync("ana");
        using var stranger = app.Browser();
        var form = await stranger.OpenAsync("/account/forgot");
        stranger.Http.DefaultRequestHeaders.Host = "evil.example";

        await stranger.SendAsync("/account/forgot", form.Fields(), ("Input.Email", "ana@example.org"));

        var letter = await app.LetterAsync("ana@example.org");
        Assert.Contains((publicUrl ?? app.Address.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal)) + "/account/reset", letter.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", letter, StringComparison.Ordinal);
    }
}
