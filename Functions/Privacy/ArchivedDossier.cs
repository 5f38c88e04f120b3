using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Privacy;

/// <summary>Renders the whole case as one self-contained HTML document, for long-term readability.</summary>
internal static class ArchivedDossier
{
    private const string Style = "body{font-family:sans-serif;line-height:1.5;max-width:45rem;margin:2rem auto;padding:0 "
        + "1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}li{margin-bottom:1rem}p{white-space:pre-line}";
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static byte[] Write(CaseFile file, DateTimeOffset now)
    {
        var state = file.State;
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nl\">\n<head><meta charset=\"utf-8\"><title>Dossier "
            + $"{file.Number}</title><style>{Style}</style></head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Dossier {file.Number}</h1>\n<p>{Html.Encode(file.Title)}</p>\n<dl>\n");
        Fact(html, "Status", state.Status.Label());
        Fact(html, "Gemeld", $"{DutchDates.Short(state.ReportedAt)}, via {state.Channel.Label()}");
        Fact(html, "Branche", state.Branche.Label());
        Fact(html, "Thema's", string.Join(", ", state.Themes.Select(t => t.Label())));
        Fact(html, "Behandelaar", state.Handler ?? "Niemand");
        Fact(html, "Regels", string.Join("; ", state.Context?.Rules.Select(r => $"{r.CitationTitle} {r.Article} ("
            + $"{DutchDates.Checked(r.CheckedOn)})") ?? []));
        Fact(html, "Ministeries", string.Join(", ", state.Requests.Select(r => $"{r.Ministry.Label()}: "
            + $"{r.Status.Label().ToLowerInvariant()}")));
        Fact(html, "Uitkomst", state.Outcome is { } outcome ? $"{outcome.Kind.Label()}, {DutchDates.Short(outcome.At)}" : "");
        Fact(html, "Speelt ook bij", state.Followers.Length == 0 ? ""
            : Amount.Of(state.Followers.Length, "andere organisatie", "andere organisaties"));
        Fact(html, "Gemaakt op", DutchDates.Short(now));
        html.Append("</dl>\n<h2>Wat er gebeurde</h2>\n<ol>\n");
        foreach (var part in CaseParts.Of(file))
        {
            Step(html, part);
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"</ol>\n<p>Kenmerk van de laatste stap: {file.Events[^1].Hash}</p>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Fact(StringBuilder html, string term, string value) =>
        html.Append(value.Length == 0 ? "" : $"<dt>{Html.Encode(term)}</dt><dd>{Html.Encode(value)}</dd>\n");

    private static void Step(StringBuilder html, CasePart part)
    {
        html.Append(CultureInfo.InvariantCulture,
            $"<li><strong>{Html.Encode(part.Title)}</strong><br>"
            + $"{Html.Encode($"{DutchDates.LongWithTime(part.Event.At)}, {Timeline.NameOf(part.Event.By)}")}");
        foreach (var line in part.Lines)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<p><strong>{Html.Encode(line.Label)}</strong>\n{Html.Encode(line.Shown)}</p>");
        }

        html.Append("</li>\n");
    }
}
