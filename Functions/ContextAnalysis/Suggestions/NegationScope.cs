using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// Finds words that the report excludes: "het gaat niet om de cao", "los van de btw", "dit heeft niets met de AVG te
/// maken", "de WW is het probleem niet". "Geen vergunning" or "mag niet" does not count, since there the word is the
/// subject of the report.
/// </summary>
public static class NegationScope
{
    private const int Reach = 7;

    private static readonly string[][] Openers =
    [
        ["gaat", "niet", "om"], ["gaat", "niet", "over"], ["gaat", "ons", "niet", "om"], ["gaat", "mij", "niet", "om"],
        ["gaat", "hier", "niet", "om"], ["gaat", "hier", "niet", "over"],
        ["gaat", "dus", "niet", "om"], ["gaat", "dus", "niet", "over"], ["niets", "met"], ["niks", "met"], ["los", "van"],
        ["afgezien", "van"], ["niet", "vanwege"], ["niet", "door"], ["ligt", "niet", "aan"],
        ["komt", "niet", "door"], ["in", "plaats", "van"], ["gaat", "niet", "zozeer", "om"],
    ];

    private static readonly string[][] Closers =
    [
        ["niet", "het", "probleem"], ["geen", "probleem"], ["het", "probleem", "niet"], ["speelt", "geen", "rol"],
        ["speelt", "niet"],
        ["speelt", "hier", "niet"], ["is", "geregeld"], ["is", "al", "geregeld"],
        ["staat", "er", "los", "van"], ["zit", "het", "niet", "in"], ["ligt", "het", "niet", "aan"], ["ligt", "het", "niet"],
        ["is", "in", "orde"], ["is", "op", "orde"],
    ];

    private static readonly HashSet<string> ScopeEnds = ["maar", "want", "omdat", "terwijl", "doch", "echter", "wel", "en"];

    /// <summary>Returns for each token whether it is excluded.</summary>
    public static bool[] Find(IReadOnlyList<Token> tokens)
    {
        var negated = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var opener in Openers)
            {
                if (Matches(tokens, i, opener))
                {
                    Mark(tokens, negated, i + opener.Length, +1);
                }
            }

            foreach (var closer in Closers)
            {
                if (Matches(tokens, i, closer))
                {
                    Mark(tokens, negated, i - 1, -1);
                }
            }
        }

        return negated;
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int at, string[] pattern)
    {
        if (at + pattern.Length > tokens.Count || tokens[at].Sentence != tokens[at + pattern.Length - 1].Sentence)
        {
            return false;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            if (tokens[at + i].Word != pattern[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Mark(IReadOnlyList<Token> tokens, bool[] negated, int from, int step)
    {
        for (int i = from, seen = 0; i >= 0 && i < tokens.Count && seen < Reach && tokens[i].Sentence == tokens[from]
            .Sentence; i += step, seen++)
        {
            if (ScopeEnds.Contains(tokens[i].Word))
            {
                return;
            }

            negated[i] = true;
        }
    }
}
