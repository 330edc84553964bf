using HealthDoers.Web.Mail.Inbound;

namespace HealthDoers.Tests.Web.Mail.Inbound;

public sealed class ReplyWordsTests
{
    static readonly string[] Marks = ["Write your answer above this line", "Escriba su respuesta encima de esta línea"];

    [Theory]
    [InlineData("Yes, gladly.\n\nOn Mon, 5 Jan 2026 at 09:00, HealthDoers <no-reply@example.org> wrote:\n> Write your answer above this line, and\n> Joe answered you.")]
    [InlineData("Yes, gladly.\r\n\r\nOn Mon, 5 Jan 2026 at 09:00, HealthDoers\r\n<no-reply@example.org> wrote:\r\n\r\n> Joe answered you.")]
    [InlineData("Yes, gladly.\n\nEl lun, 5 ene 2026 a las 9:00, HealthDoers (<no-reply@example.org>) escribió:\n\n> Escriba su respuesta encima de esta línea")]
    [InlineData("Yes, gladly.\n\n-- \nAna Flores\nRiver Clinic")]
    [InlineData("Yes, gladly.\n\nSent from my iPhone")]
    [InlineData("Yes, gladly.\n\nEnviado desde mi teléfono\n")]
    [InlineData("Yes, gladly.\n\n-----Original Message-----\nFrom: HealthDoers\nJoe answered you.")]
    [InlineData("Yes, gladly.\n\n________________________________\nDe: HealthDoers <no-reply@example.org>\nEnviado: lunes\nJoe")]
    [InlineData("Yes, gladly.\n\nFrom: HealthDoers <no-reply@example.org>\nSent: Monday, January 5, 2026\nTo: Ana\nSubject: Joe answered you\n\nJoe answered you.")]
    [InlineData("Yes, gladly.\n\nWrite your answer above this line, and it is posted in your name.\n\nHello Ana")]
    [InlineData("Yes, gladly.\n> Joe answered you.\n> In full.")]
    public void Only_what_somebody_wrote_themselves_stays(string words) => Assert.Equal("Yes, gladly.", ReplyWords.Own(words, Marks));

    [Theory]
    [InlineData("On Monday Ana wrote:\nthat we should count first. I agree.")]
    [InlineData("> Who pays?\n\nThe council does.\n\n> And when?\n\nIn May.")]
    [InlineData("From here it is easy.\nTwo steps are left.")]
    [InlineData("We met -- all of us -- on Tuesday.\nIt went well.")]
    [InlineData("Sent from my desk is the form you need.\nPlease sign it.")]
    public void In_doubt_a_line_stays(string words) => Assert.Equal(words, ReplyWords.Own(words, Marks));

    [Theory]
    [InlineData("")]
    [InlineData("> Joe answered you.")]
    [InlineData("-- \nAna")]
    [InlineData("On Mon, 5 Jan 2026, HealthDoers wrote:\n> Hi")]
    public void An_answer_without_words_is_empty(string words) => Assert.Equal("", ReplyWords.Own(words, Marks));
}
