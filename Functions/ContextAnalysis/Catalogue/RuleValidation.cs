using System.Text.RegularExpressions;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>What must hold for a rule in the catalogue, also for one that a coordinator adds.</summary>
public static partial class RuleValidation
{
    /// <summary>The problems in Dutch, each starting with the rule's id; none when the rule is right.</summary>
    public static IReadOnlyList<string> Problems(Rule rule, Func<string, bool> isKnownBody)
    {
        var problems = new List<string>();
        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add($"{rule.Id}: {problem}");
            }
        }

        Check(Id().IsMatch(rule.Id), "het id bestaat uit kleine letters, cijfers en streepjes");
        Check(!string.IsNullOrWhiteSpace(rule.Subject), "onderwerp ontbreekt");
        Check(!string.IsNullOrWhiteSpace(rule.CitationTitle), "citeertitel ontbreekt");
        Check(rule.BwbId is null || BwbId().IsMatch(rule.BwbId), "een BWB-id is BWBR met zeven cijfers");
        Check(rule.BwbId is not null || !string.IsNullOrWhiteSpace(rule.OtherId), "een BWB-id of een ander id is nodig");
        Check(rule.Ministries.Count > 0 || !string.IsNullOrWhiteSpace(rule.OwnerElsewhere), "zonder ministerie moet er staan wie dan wel");
        Check(rule.Ministries.Distinct().Count() == rule.Ministries.Count, "een ministerie staat er twee keer in");
        Check(!string.IsNullOrWhiteSpace(rule.Pitfall), "valkuil ontbreekt");
        Check(rule.Themes.Count > 0, "thema ontbreekt");
        Check(rule.KeyWords.Count + rule.Words.Count >= 5, "ten minste vijf woorden zijn nodig");
        Check(rule.KeyWords.Concat(rule.Words).Concat(rule.Examples).All(text => !string.IsNullOrWhiteSpace(text)), "een leeg woord of voorbeeld");
        foreach (var body in rule.ExecutiveBodies.Where(body => !isKnownBody(body)))
        {
            problems.Add($"{rule.Id}: uitvoerder {body} is niet bekend");
        }

        return problems;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex("^BWBR[0-9]{7}$")]
    private static partial Regex BwbId();
}
