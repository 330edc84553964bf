using System.Text;
using System.Xml;

namespace HealthDoers.Web.Pages.Stories.Feeds;

/// <summary>RFC 4287.</summary>
static class Atom
{
    const string Namespace = "http://www.w3.org/2005/Atom";

    public const string MediaType = "application/atom+xml; charset=utf-8";

    public static byte[] Write(StoryFeed feed, string selfPath)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
            Text(xml, "id", feed.At(selfPath).AbsoluteUri);
            Text(xml, "title", feed.Title);
            Text(xml, "updated", Stamp(feed.Updated));
            Link(xml, "self", feed.At(selfPath), "application/atom+xml");
            Link(xml, "alternate", feed.At(feed.ListPath), "text/html");
            Author(xml, "HealthDoers");
            foreach (var entry in feed.Entries)
                WriteEntry(xml, feed, entry);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    static void WriteEntry(XmlWriter xml, StoryFeed feed, StoryFeed.Entry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Text(xml, "id", entry.Urn);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Stamp(entry.PublishedAt));
        Text(xml, "updated", Stamp(entry.ChangedAt));
        Link(xml, "alternate", feed.At(entry.Path), "text/html");
        Author(xml, entry.By);
        foreach (var topic in entry.Topics)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", topic);
            xml.WriteEndElement();
        }
        Text(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    static void Link(XmlWriter xml, string rel, Uri to, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", to.AbsoluteUri);
        xml.WriteEndElement();
    }

    static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    static string Stamp(DateTimeOffset at) => XmlConvert.ToString(at.UtcDateTime, XmlDateTimeSerializationMode.Utc);
}
