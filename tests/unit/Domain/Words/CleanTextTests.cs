using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Words;

namespace HealthDoers.Tests.Domain.Words;

public class CleanTextTests
{
    [Theory]
    [InlineData("  Ana \t Flores\r\n", "Ana Flores")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("a\0b\u0007c\u007F", "abc")]
    [InlineData("safe\u202Egnp.exe\u2066!", "safegnp.exe!")]
    [InlineData("\u200B\u2060\uFEFF\u3164\u2800", "")]
    [InlineData("👩\u200D⚕️ nurse", "👩\u200D⚕️ nurse")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData(null, "")]
    public void One_line_is_made_clean(string? typed, string kept) => Assert.Equal(kept, CleanText.Line(typed));

    [Fact]
    public void Half_a_character_is_marked_as_lost()
    {
        Assert.Equal("half \uFFFD pair", CleanText.Line("half \uD83D pair"));
        Assert.Equal("\uFFFD\n\uFFFD", CleanText.Lines("\uDE00\n\uD83D"));
    }

    [Fact]
    public void Many_lines_keep_their_breaks_and_tabs() =>
        Assert.Equal("one\ntwo\n\tthree\n\nfour\nfive", CleanText.Lines("\r\none\r\ntwo\r\tthree\r\r\nfo\u0001ur\u2028five  \n"));

    [Theory]
    [InlineData(null, true)]
    [InlineData(" \u00A0\u3000\t\n", true)]
    [InlineData("\u200B\u200D\uFE0F", true)]
    [InlineData("\u0301", true)]
    [InlineData(".", false)]
    [InlineData("健", false)]
    public void Blank_is_what_nobody_can_see(string? text, bool blank) => Assert.Equal(blank, CleanText.IsBlank(text));

    [Fact]
    public void A_megabyte_of_stacked_marks_costs_little_time()
    {
        var stack = "a" + new StringBuilder().Insert(0, "\u0301\u0316", 500_000);
        Quick.Within(TimeSpan.FromSeconds(1), () => Assert.InRange(CleanText.Lines(stack).Length, 1, 40));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more() =>
        Prop.ForAll<string>(text => CleanText.Line(CleanText.Line(text)) == CleanText.Line(text)
                && CleanText.Lines(CleanText.Lines(text)) == CleanText.Lines(text)
                && CleanText.Line(text).IsNormalized(NormalizationForm.FormC)
                && !CleanText.Line(text).Any(char.IsControl))
            .QuickCheckThrowOnFailure();
}
