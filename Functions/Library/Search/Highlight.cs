using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>Shows why an item was found: the matching words, and the parts of the item that hold them.</summary>
public static class Highlight
{
    private const int SnippetLength = 260;

    /// <summary>Returns the text in pieces, with the words that have one of the stems marked.</summary>
    public static IReadOnlyList<TextPiece> Mark(string text, IReadOnlySet<string> stems)
    {
        var pieces = new List<TextPiece>();
        var at = 0;
        if (stems.Count > 0)
        {
            foreach (var token in Tokenizer.TokenizeJoined(text).Where(token => stems.Contains(token.Stem)))
            {
                if (token.Begin < at)
                {
                    continue;
                }

                if (token.Begin > at)
                {
                    pieces.Add(new TextPiece(text[at..token.Begin], false));
                }

                pieces.Add(new TextPiece(text[token.Begin..token.End], true));
                at = token.End;
            }
        }

        if (at < text.Length)
        {
            pieces.Add(new TextPiece(text[at..], false));
        }

        return pieces;
    }

    /// <summary>Returns a short part of the text around the first word with one of the stems, cut at spaces.</summary>
    public static IReadOnlyList<TextPiece> Snippet(string text, IReadOnlySet<string> stems)
    {
        var flat = text.ReplaceLineEndings(" ");
        if (flat.Length <= SnippetLength)
        {
            return Mark(flat, stems);
        }

        var first = stems.Count == 0 ? 0 : Tokenizer.TokenizeJoined(flat).Where(token => stems.Contains(token.Stem))
            .Select(token => token.Begin).FirstOrDefault();
        var begin = Math.Max(0, Math.Min(first - 60, flat.Length - SnippetLength));
        begin = begin == 0 ? 0 : flat.IndexOf(' ', begin) + 1;
        var end = Math.Min(flat.Length, begin + SnippetLength);
        end = end == flat.Length ? end : Math.Max(flat.LastIndexOf(' ', end), begin + 1);
        return [.. begin > 0 ? [new TextPiece("… ", false)] : Array.Empty<TextPiece>(), .. Mark(flat[begin..end], stems),
            .. end < flat.Length ? [new TextPiece(" …", false)] : Array.Empty<TextPiece>()];
    }

    /// <summary>Returns the parts of an item that hold the words: "titel", "regel", and so on.</summary>
    public static IReadOnlyList<string> FoundIn(LibraryHit hit)
    {
        bool Holds(string text) => Tokenizer.TokenizeJoined(text).Any(token => hit.Stems.Contains(token.Stem));
        IEnumerable<(string Name, string Text)> parts = hit.Item switch
        {
            LibraryAnswer answer =>
            [
                ("titel", answer.Title), ("probleem", answer.Problem),
                ("regel", string.Join(' ', answer.Rules.Select(r => $"{r.CitationTitle} {r.BwbId}"))),
                ("uitleg van de regel", answer.RuleSays), ("wat je mag", answer.WhatYouMay),
            ],
            FrontRunner runner => [("titel", runner.Title), ("beschrijving", $"{runner.Summary} {runner.HowItWorks} "
                + $"{runner.WhatItYields} {runner.WhyFrontRunner}"), ("partners", string.Join(' ', runner.Partners))],
            Experiment experiment =>
            [
                ("titel", experiment.Title), ("vraagstuk", experiment.Question),
                ("regel", string.Join(' ', experiment.Rules.Select(r => $"{r.CitationTitle} {r.BwbId}"))),
                ("wat er is gedaan", experiment.WhatWasDone), ("lessen", experiment.Lessons),
            ],
            _ => [("titel", hit.Item.Title)],
        };
        var found = parts.Where(part => Holds(part.Text)).Select(part => part.Name).ToList();
        return found.Count > 0 ? found : [hit.Item.Themes.Any(t => Holds(t.Label())) ? "thema" : "kenmerken"];
    }
}
