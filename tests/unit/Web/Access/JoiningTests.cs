using System.Net;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Access;

public class JoiningTests(WebApp app) : IClassFixture<WebApp>
{
    static (string, string)[] Newcomer(string handle, string email, string password = Browser.Password) =>
        [("Input.Name", "Ana Flores"), ("Input.Handle", handle), ("Input.Email", email), ("Input.Password", password)];

    [Fact]
    public async Task A_newcomer_registers_follows_the_mail_and_is_signed_in()
    {
        using var ana = app.Browser();

        var asked = await ana.FillAsync("/account/register", Newcomer("ana_flores", "ana@example.org"));
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (asked.Status, asked.Goes));
        Assert.False(await app.InDbAsync(db => db.Members.AnyAsync(m => m.Handle == "ana_flores")));

        var link = People.LinkIn(await app.LetterAsync("ana@example.org"), "confirm");
        var confirmed = await ana.FillAsync(link);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/profile"), (confirmed.Status, confirmed.Goes));
        Assert.True(await app.InDbAsync(db => db.Members.AnyAsync(m => m.Handle == "ana_flores" && m.NewUntil != null)), "Nobody here knows her yet.");
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/account/profile")).Status);

        var again = await ana.OpenAsync(link);
        Assert.Empty(again.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_link_followed_in_another_browser_still_asks_for_the_password()
    {
        using var asking = app.Browser();
        using var other = app.Browser();
        await asking.FillAsync("/account/register", Newcomer("elsewhere", "elsewhere@example.org"));

        var confirmed = await other.FillAsync(People.LinkIn(await app.LetterAsync("elsewhere@example.org"), "confirm"));

        Assert.Equal("/account/login", confirmed.Goes);
        Assert.Equal(HttpStatusCode.Redirect, (await other.OpenAsync("/account/profile")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.SignInAsync("elsewhere@example.org")).Status);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_answer_and_only_the_mail_differs()
    {
        await app.MemberAsync("known");
        using var visitor = app.Browser();

        var known = await visitor.FillAsync("/account/register", Newcomer("somebody1", "known@example.org"));
        var unknown = await visitor.FillAsync("/account/register", Newcomer("somebody2", "unknown@example.org"));

        Assert.Equal((unknown.Status, unknown.Goes, unknown.Body), (known.Status, known.Goes, known.Body));
        Assert.Contains("already have an account", await app.LetterAsync("known@example.org"), StringComparison.Ordinal);
        Assert.Contains("/account/confirm", await app.LetterAsync("unknown@example.org"), StringComparison.Ordinal);
        // Nor does the handle tell: neither registration claimed it.
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.FillAsync("/account/register", Newcomer("somebody1", "third@example.org"))).Status);
    }

    [Fact]
    public async Task Asking_for_a_new_password_answers_the_same_for_a_known_and_an_unknown_address()
    {
        await app.MemberAsync("forgetful");
        using var visitor = app.Browser();

        var known = await visitor.FillAsync("/account/forgot", ("Input.Email", "forgetful@example.org"));
        var unknown = await visitor.FillAsync("/account/forgot", ("Input.Email", "nobody_here@example.org"));

        Assert.Equal((unknown.Status, unknown.Goes, unknown.Body), (known.Status, known.Goes, known.Body));
        Assert.Contains("/account/reset", await app.LetterAsync("forgetful@example.org"), StringComparison.Ordinal);
        Assert.Contains("no HealthDoers account", await app.LetterAsync("nobody_here@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_gets_only_so_many_letters_in_an_hour_whoever_types_it()
    {
        using var visitor = app.Browser();
        for (var n = 0; n < 8; n++)
            Assert.Equal("/account/sent", (await visitor.FillAsync("/account/forgot", ("Input.Email", "pestered@example.org"))).Goes);

        Assert.Equal(5, await app.InDbAsync(db => db.OutgoingMails.CountAsync(m => m.Address == "pestered@example.org")));
    }

    [Fact]
    public async Task Who_is_second_to_confirm_a_handle_chooses_another_and_loses_nothing()
    {
        using var first = app.Browser();
        using var second = app.Browser();
        await first.FillAsync("/account/register", Newcomer("wanted", "first@example.org"));
        await second.FillAsync("/account/register", Newcomer("wanted", "second@example.org"));
        await first.FillAsync(People.LinkIn(await app.LetterAsync("first@example.org"), "confirm"));
        var link = People.LinkIn(await app.LetterAsync("second@example.org"), "confirm");

        var refused = await second.FillAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("wanted2", refused.Wrong("Input.Handle"), StringComparison.Ordinal);

        Assert.Equal("/account/profile", (await second.SendAsync(link, refused.Fields(), ("Input.Handle", "wanted2"))).Goes);
    }

    [Theory]
    [InlineData("Input.Email", "no address")]
    [InlineData("Input.Email", "a@b@example.org")]
    [InlineData("Input.Email", "ana@example.org\r\nBcc: all@example.org")]
    [InlineData("Input.Handle", "a")]
    [InlineData("Input.Handle", "admin")]
    [InlineData("Input.Handle", "ana flores")]
    [InlineData("Input.Name", "\u202E\u200B\u0007")]
    [InlineData("Input.Password", "short")]
    [InlineData("Input.Password", "password1234")]
    [InlineData("Input.Password", "healthdoers-2026")]
    [InlineData("Input.Password", "refused.person@mail")]
    public async Task What_is_wrong_is_said_at_its_field_and_the_rest_stays_typed(string field, string value)
    {
        using var visitor = app.Browser();
        var typed = Newcomer("refused", "refused.person@example.org").Where(f => f.Item1 != field).Append((field, value)).ToArray();

        var answer = await visitor.FillAsync("/account/register", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Wrong(field));
        var kept = field == "Input.Email" ? "Input_Handle" : "Input_Email";
        Assert.StartsWith("refused", answer.Page.GetElementById(kept)!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.DoesNotContain(Browser.Password, answer.Body, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Registrations.AnyAsync(r => r.Handle == "refused")));
    }

    [Fact]
    public async Task A_taken_handle_is_said_with_a_free_one_whatever_its_case()
    {
        await app.MemberAsync("taken_one");
        using var visitor = app.Browser();

        var answer = await visitor.FillAsync("/account/register", Newcomer("Taken_One", "late@example.org"));

        Assert.Contains("taken_one2", answer.Wrong("Input.Handle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_with_one_handle_at_the_same_moment_are_never_both_let_in()
    {
        var joined = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                return await app.MemberAsync("racing" + n % 2);
            }
            catch (Xunit.Sdk.XunitException)
            {
                return null;
            }
        }));

        Assert.Equal(2, joined.OfType<Member>().Count());
    }

    [Fact]
    public async Task A_new_password_by_mailed_link_ends_the_old_one_and_works_once()
    {
        using var device = await app.SignedInAsync("resetting");
        using var visitor = app.Browser();
        await visitor.FillAsync("/account/forgot", ("Input.Email", "resetting@example.org"));
        var link = People.LinkIn(await app.LetterAsync("resetting@example.org", "/account/reset"), "reset");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.FillAsync(link, ("Input.Password", "short"))).Status);
        Assert.Equal("/account/login", (await visitor.FillAsync(link, ("Input.Password", "another-lantern-meadow-brick"))).Goes);

        Assert.Equal(HttpStatusCode.Redirect, (await device.OpenAsync("/account/profile")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync("resetting@example.org")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SignInAsync("resetting@example.org", "another-lantern-meadow-brick")).Status);
        Assert.Empty((await app.Browser().OpenAsync(link)).Page.QuerySelectorAll("main form"));
    }
}
