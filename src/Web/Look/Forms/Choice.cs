using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthDoers.Web.Look.Forms;

static class Choice
{
    public static TagBuilder Input(string type, string name, string id, string value, bool chosen)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        if (chosen) input.Attributes["checked"] = "";
        return input;
    }
}
