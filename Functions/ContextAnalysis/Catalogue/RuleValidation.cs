using System.Text.RegularExpressions;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Validates a rule of the catalogue, shipped with the app or added by a coordinator.</summary>
public static partial class RuleValidation
{
    private const int LeastWords = 5;
    private const int MostLines = 200;
    private const int LongestLine = 300;

    /// <summary>Returns all problems of a rule; none when it is valid.</summary>
    public static IReadOnlyList<RuleProblem> Problems(Rule rule, Func<string, bool> isKnownBody)
    {
        var problems = new List<RuleProblem>();
        void Check(bool holds, string field, string message)
        {
            if (!holds)
            {
                problems.Add(new RuleProblem(field, message));
            }
        }

        Check(rule.Id.Length <= 60 && Id().IsMatch(rule.Id), "id", "Het id bestaat uit kleine letters, cijfers en streepjes, "
            + "hoogstens 60.");
        CheckLine(rule.Subject, "onderwerp", "Vul het onderwerp in.", required: true);
        CheckLine(rule.CitationTitle, "citeertitel", "Vul de citeertitel in.", required: true);
        CheckLine(rule.Abbreviation, "afkorting", "", required: false);
        Check(rule.BwbId is null || BwbId().IsMatch(rule.BwbId), "bwbId", "Een BWB-id is BWBR met zeven cijfers.");
        Check(rule.BwbId is not null || !string.IsNullOrWhiteSpace(rule.OtherId), "bwbId",
            "Vul een BWB-id of een ander id in.");
        CheckLine(rule.OtherId, "anderId", "", required: false);
        Check(rule.Ministries.Count > 0 || !string.IsNullOrWhiteSpace(rule.OwnerElsewhere), "eigenaarElders",
            "Van geen van de "
            + "drie? Vul in van wie de regel dan is.");
        CheckLine(rule.OwnerElsewhere, "eigenaarElders", "", required: false);
        Check(rule.Ministries.Distinct().Count() == rule.Ministries.Count, "ministeries", "Noem elk ministerie één keer.");
        Check(rule.Pitfall.Length <= 1000, "valkuil", "Maak de valkuil korter: hoogstens 1000 tekens.");
        Check(!string.IsNullOrWhiteSpace(rule.Pitfall), "valkuil", "Vul de valkuil in: wat gaat er vaak mis?");
        Check(rule.Themes.Count > 0, "themas", "Kies ten minste één thema.");
        Check(rule.KeyWords.Count + rule.Words.Count >= LeastWords, "kernwoorden",
            $"Noem samen ten minste {LeastWords} kernwoorden "
            + "en woorden.");
        CheckLines(rule.Articles, "artikelen");
        CheckLines(rule.KeyWords, "kernwoorden");
        CheckLines(rule.Words, "woorden");
        CheckLines(rule.Examples, "voorbeelden");
        foreach (var body in rule.ExecutiveBodies.Where(body => !isKnownBody(body)))
        {
            problems.Add(new RuleProblem("uitvoerders", $"De uitvoerder {body} staat niet in de lijst."));
        }

        return problems;

        void CheckLine(string? text, string field, string whenEmpty, bool required)
        {
            Check(!required || !string.IsNullOrWhiteSpace(text), field, whenEmpty);
            Check(text is not { Length: > LongestLine }, field, $"Gebruik hier hoogstens {LongestLine} tekens.");
        }

        void CheckLines(IReadOnlyList<string> lines, string field)
        {
            Check(lines.All(line => !string.IsNullOrWhiteSpace(line)), field, "Laat geen regel leeg.");
            Check(lines.Count <= MostLines && lines.All(line => line.Length <= LongestLine), field,
                $"Hoogstens {MostLines} regels "
                + $"van {LongestLine} tekens.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"^BWBR[0-9]{7}\z")]
    private static partial Regex BwbId();
}
