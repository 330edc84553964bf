using System.Text;
using HealthDoers.Web.Access.Passwords;

namespace HealthDoers.Tests.Web.Access.Passwords;

public class PasswordJudgeTests
{
    static PasswordFault Fault(string? password) => PasswordJudge.Judge(password, "ana.flores+news@clinic.example", "Ana Flóres", "ana_f2").Fault;

    [Theory]
    [InlineData("gusty-walnut-ferry")]
    [InlineData("we walk to the river at noon")]
    [InlineData("Xk9!vQz27#Lm")]
    [InlineData("caminamos juntas hasta el río")]
    [InlineData("我们每天早上一起去河边散步")]
    public void A_password_that_is_hard_to_guess_is_good(string password) => Assert.Equal(PasswordFault.None, Fault(password));

    [Theory]
    [InlineData(null, PasswordFault.TooShort)]
    [InlineData("Xk9!vQz27", PasswordFault.TooShort)]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️", PasswordFault.TooShort)]
    [InlineData("password123", PasswordFault.Weak)]
    [InlineData("qwertyuiop", PasswordFault.Weak)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Weak)]
    [InlineData("          ", PasswordFault.Weak)]
    [InlineData("1234567890", PasswordFault.Weak)]
    [InlineData("P@ssw0rd2024!", PasswordFault.Weak)]
    [InlineData("ana.flores+news@clinic.example", PasswordFault.AboutYou)]
    [InlineData("xK!9 Ana Flores zz7", PasswordFault.AboutYou)]
    [InlineData("4n4-fl0r3s-19#x", PasswordFault.AboutYou)]
    [InlineData("serolfana-Qz!81x", PasswordFault.AboutYou)]
    [InlineData("my-ana_f2-secret", PasswordFault.AboutYou)]
    [InlineData("HealthDoers2026!", PasswordFault.AboutUs)]
    [InlineData("h3@lth-d0ers-Qz81", PasswordFault.AboutUs)]
    public void A_password_that_gives_itself_away_is_refused_with_the_reason(string? password, PasswordFault fault) =>
        Assert.Equal(fault, Fault(password));

    [Fact]
    public void Length_is_bounded_at_128()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + i * 7 % 26) + "" + i % 10));
        Assert.Equal(128, longest.Length);
        Assert.Equal(PasswordFault.None, Fault(longest));
        Assert.Equal(PasswordFault.TooLong, Fault(longest + "x"));
        Assert.False(PasswordJudge.Judge(longest + "x").OfferPassphrase);
        Assert.True(PasswordJudge.Judge("password123").OfferPassphrase);
    }

    [Fact]
    public void Many_are_judged_at_once_alike() =>
        Assert.All(
            Enumerable.Range(0, 400).AsParallel().Select(i => (i, Fault: Fault(i % 2 == 0 ? "gusty-walnut-ferry" : "P@ssw0rd2024!"))).ToList(),
            judged => Assert.Equal(judged.i % 2 == 0 ? PasswordFault.None : PasswordFault.Weak, judged.Fault));

    [Theory]
    [InlineData("a")]
    [InlineData("a4@")]
    [InlineData("p4$$w0rd")]
    [InlineData("1999")]
    [InlineData("qwer")]
    [InlineData("abcabd")]
    [InlineData("\uD83D")]
    [InlineData("@4({[<!1|0$5+7%2")]
    public void The_worst_password_costs_little_time(string piece)
    {
        var password = new StringBuilder().Insert(0, piece, 128 / piece.Length).ToString();
        Fault("warm up the word lists");
        Quick.Within(TimeSpan.FromSeconds(1), () => Fault(password));
    }
}
