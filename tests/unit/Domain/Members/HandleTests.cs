using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Members;

namespace HealthDoers.Tests.Domain.Members;

public class HandleTests
{
    [Fact]
    public void Handles_are_the_same_in_any_case()
    {
        Assert.True(Handle.TryRead(" @Ana_Flores7 ", out var typed));
        Assert.Equal("ana_flores7", typed.Value);
        Assert.Equal(Handle.Of("ANA_FLORES7"), typed);
    }

    [Theory]
    [InlineData(null, HandleFault.TooShort)]
    [InlineData("ab", HandleFault.TooShort)]
    [InlineData("abcdefghijklmnopqrstuvwxyz01234", HandleFault.TooLong)]
    [InlineData("ana flores", HandleFault.Characters)]
    [InlineData("ana-flores", HandleFault.Characters)]
    [InlineData("ni\u00F1o", HandleFault.Characters)]
    [InlineData("\u0430dam", HandleFault.Characters)]
    [InlineData("Admin", HandleFault.Reserved)]
    [InlineData("everyone", HandleFault.Reserved)]
    [InlineData("abc", HandleFault.None)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123", HandleFault.None)]
    public void A_typed_handle_is_taken_or_refused_with_the_reason(string? text, HandleFault fault) =>
        Assert.Equal(fault, Handle.Read(text, out _));

    [Fact]
    public void The_site_itself_may_hold_a_reserved_handle()
    {
        Assert.Equal("imported", Handle.Of("imported").Value);
        Assert.Throws<ArgumentException>(() => Handle.Of("no such"));
    }

    [Theory]
    [InlineData("Ana Flores", "ana_flores,ana_flores2,ana_flores3")]
    [InlineData("ana_flores", "ana_flores,ana_flores2,ana_flores3")]
    [InlineData("Jürgen Ö'Brien", "juergen_oebrien,juergen_oebrien2,juergen_oebrien3")]
    [InlineData("Bo", "bo_member,bo_member2,bo_member3")]
    [InlineData("健康", "member2,member3,member4")]
    [InlineData("Admin", "admin2,admin3,admin4")]
    [InlineData("Wolfeschlegelsteinhausenbergerdorff", "wolfeschlegelsteinhausenbe,wolfeschlegelsteinhausenbe2,wolfeschlegelsteinhausenbe3")]
    public void A_name_suggests_handles(string name, string handles) =>
        Assert.Equal(handles.Split(','), Handle.Suggestions(name).Take(3).Select(handle => handle.Value));

    [Fact]
    public void Any_name_has_suggestions_of_the_right_form() =>
        Prop.ForAll<string>(name => Handle.Suggestions(name).Select(handle => handle.Value).ToList() is { Count: > 10 } all
                && all.TrueForAll(value => Handle.TryRead(value, out _)))
            .QuickCheckThrowOnFailure();
}
