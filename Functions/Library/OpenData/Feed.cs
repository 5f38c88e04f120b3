using System.Xml;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// Writes Atom feeds (RFC 4287), of the results of a query and of a law, with what was withdrawn or left them (RFC 6721). They hold no
/// moment of their own making, so that a feed in which nothing changed is the same, byte by byte.
/// </summary>
internal static class Feed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private const int MostEntries = 50;

    /// <summary>The moment of a feed in which nothing ever was: RFC 4287 asks for one.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the feed of what a query finds.</summary>
    public static byte[] Write(LibraryView view, LibraryQuery query, Uri site) => Write(
        query.IsEmpty ? "RegelLoket: nieuw in de bibliotheek" : "RegelLoket: nieuw in jouw selectie",
        $"{LibraryRoutes.Feed}{query.ToQueryString()}", $"{SiteRoutes.Library}{query.ToQueryString()}",
        view.All(query), view.Gone(query.Admits, query.Admits), site);

    /// <summary>Returns the feed of what is published on a law.</summary>
    public static byte[] Write(LibraryView view, PublishedLaw law, Uri site) => Write(
        $"RegelLoket: nieuw over {law.CitationTitle}", SiteRoutes.LawFeed(law.Id), SiteRoutes.Law(law.Id),
        law.Items, view.Gone(item => item.Laws.Contains(law.Id), law.Items.Contains), site);

    private static byte[] Write(
        string title, string self, string page, IEnumerable<LibraryItem> found, IEnumerable<WithdrawnItem> gone, Uri site)
    {
        var items = found.OrderByDescending(item => item.ModifiedAt).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Take(MostEntries).ToList();
        var withdrawn = gone.Take(MostEntries).ToList();
        var updated = items.Select(item => item.ModifiedAt).Concat(withdrawn.Select(item => item.At)).Append(Beginning).Max();
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(
            target, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "nl");
            xml.WriteAttributeString("xmlns", "at", null, Tombstones);
            Element(xml, "title", title);
            Element(xml, "id", new Uri(site, self).AbsoluteUri);
            Link(xml, "self", new Uri(site, self), "application/atom+xml");
            Link(xml, "alternate", new Uri(site, page), "text/html");
            Element(xml, "updated", Moment(updated));
            Element(xml, "rights", "CC0 1.0");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "RegelLoket");
            xml.WriteEndElement();
            foreach (var item in items)
            {
                Entry(xml, item, site);
            }

            foreach (var item in withdrawn)
            {
                xml.WriteStartElement("deleted-entry", Tombstones);
                xml.WriteAttributeString("ref", new Uri(site, item.Path).AbsoluteUri);
                xml.WriteAttributeString("when", Moment(item.At));
                xml.WriteEndElement();
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
