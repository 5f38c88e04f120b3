using System.Xml;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>Writes an Atom feed (RFC 4287) of the results of a query.</summary>
internal static class Feed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 50;

    public static byte[] Write(LibraryView view, LibraryQuery query, Uri site, DateTimeOffset now)
    {
        var items = view.All(query).OrderByDescending(item => item.ModifiedAt).Take(MostEntries).ToList();
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(
            target, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "nl");
            Element(xml, "title", query.IsEmpty ? "RegelLoket: nieuw in de bibliotheek"
                : "RegelLoket: nieuw in jouw selectie");
            Element(xml, "id", new Uri(site, $"{LibraryRoutes.Feed}{query.ToQueryString()}").AbsoluteUri);
            Link(xml, "self", new Uri(site, $"{LibraryRoutes.Feed}{query.ToQueryString()}"), "application/atom+xml");
            Link(xml, "alternate", new Uri(site, $"{SiteRoutes.Library}{query.ToQueryString()}"), "text/html");
            Element(xml, "updated", Moment(items.Count == 0 ? now : items[0].ModifiedAt));
            Element(xml, "rights", "CC0 1.0");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "RegelLoket");
            xml.WriteEndElement();
            foreach (var item in items)
            {
                Entry(xml, item, site);
            }

            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    private static void Entry(XmlWriter xml, LibraryItem item, Uri site)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "title", item.Title);
        Element(xml, "id", new Uri(site, item.Path).AbsoluteUri);
        Link(xml, "alternate", new Uri(site, item.Path), "text/html");
        Element(xml, "published", Moment(item.PublishedAt));
        Element(xml, "updated", Moment(item.ModifiedAt));
        foreach (var theme in item.Themes)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Cases.EnumNames.Slug(theme));
            xml.WriteAttributeString("label", Cases.EnumNames.Label(theme));
            xml.WriteEndElement();
        }

        Element(xml, "summary", ItemLook.Summary(item));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Atom, Printable(text));

    /// <summary>Removes most control characters, which XML 1.0 does not allow in any notation.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private static void Link(XmlWriter xml, string relation, Uri address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) =>
        XmlConvert.ToString(moment.UtcDateTime, XmlDateTimeSerializationMode.Utc);
}
