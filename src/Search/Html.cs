using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HealthDoers.Search;

static class Html
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);
}
