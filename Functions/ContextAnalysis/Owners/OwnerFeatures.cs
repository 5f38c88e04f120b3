using System.Security.Cryptography;
using System.Text;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// Extracts the features of the owner model from words: stems, parts of compounds, pairs of neighbours and pieces of
/// four letters. They do not depend on the catalogue, so that the weights remain valid when a coordinator changes a
/// rule.
/// </summary>
internal static class OwnerFeatures
{
    private const double PartValue = 0.7;
    private const double PairValue = 0.6;
    private const double PieceValue = 0.5;
    private const int PieceLength = 4;

    private const string Specimen =
        "Daarnaast wil de bbl-leerling haar stagevergoeding, en de zij-instromer krijgt géén bijstandsuitkering meer. "
        + "Twee problemen: de cao gaat niet om geld; het kwalificatiedossier wel, volgens het UWV.";

    private static readonly CompoundSplitter Splitter = new(WordList.Dutch, _ => false);

    /// <summary>
    /// A hash that changes with the extraction of words, stems, parts, clauses or cues, which makes older weights
    /// invalid.
    /// </summary>
    public static string Fingerprint { get; } = Print();

    /// <summary>Returns the features of some words, each key once.</summary>
    public static IReadOnlyList<OwnerFeature> Of(IReadOnlyList<Token> tokens, ReadOnlySpan<bool> skip, double weight)
    {
        var features = new Dictionary<string, OwnerFeature>(StringComparer.Ordinal);
        string? before = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (skip[i] || StopWords.IsEmpty(token.Word) || char.IsDigit(token.Word[0]))
            {
                continue;
            }

            void Add(string key, double value)
            {
                if (!features.TryGetValue(key, out var known) || known.Value < value * weight)
                {
                    features[key] = new(key, value * weight, token.Begin, token.End);
                }
            }

            Add(token.Stem, 1);
            foreach (var part in Splitter.Split(token.Word).Select(DutchStemmer.Stem).Where(part => part != token.Stem))
            {
                Add(part, PartValue);
            }

            if (before is not null && tokens[i - 1].Sentence == token.Sentence)
            {
                Add($"{before} {token.Stem}", PairValue);
            }

            var framed = $"<{token.Word}>";
            for (var at = 0; at + PieceLength <= framed.Length && token.Word.Length >= PieceLength; at++)
            {
                Add(string.Concat("…", framed.AsSpan(at, PieceLength)), PieceValue);
            }

            before = token.Stem;
        }

        return [.. features.Values];
    }

    private static string Print()
    {
        var text = new StringBuilder();
        var report = new Suggestions.ReportText { ["belemmering"] = Specimen };
        foreach (var clause in ReportClause.Cut(report))
        {
            text.Append(
                string.Join(
                    '|', clause.Features.Select(feature => FormattableString.Invariant($"{feature.Key}={feature.Value:F3}"))))
                .Append('\n');
        }

        text.Append(string.Join('|', ProblemCues.Of(report)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }
}
