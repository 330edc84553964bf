using HealthDoers.Web.Look;

namespace HealthDoers.Tests.Web.Look;

public sealed class FaceTests
{
    [Theory]
    [InlineData("Ana Flores", "AF")]
    [InlineData("  ana   maría flores ", "AF")]
    [InlineData("Ana", "A")]
    [InlineData("Ana Flores (demo)", "AF")]
    [InlineData("(nobody)", "(")]
    [InlineData("", "")]
    [InlineData("e\u0301lan 👩🏽‍🌾", "E\u0301👩🏽‍🌾")]
    public void Initials_are_the_first_letters_of_the_first_and_last_name(string name, string initials) =>
        Assert.Equal(initials, FaceTagHelper.Initials(name));
}
