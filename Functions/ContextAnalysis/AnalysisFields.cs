using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.ContextAnalysis;

/// <summary>Validates the fields of a context analysis; errors have the names of the API.</summary>
internal static partial class AnalysisFields
{
    private const int MaximumRules = 20;
    private const int MaximumBodies = 10;

    public static ContextAnalysed Read(AnalyseContext command, DateOnly today, DateOnly dueOn, FieldErrors errors)
    {
        if (!EnumNames.TryParseSlug<RuleSource>(command.Source, out var source))
        {
            errors.Add("bron", "Kies waar de regel vandaan komt.");
        }

        var expected = errors.Slug<OutcomeKind>("verwachteUitkomst", command.Expected, "Kies een uitkomst uit de lijst.");
        errors.AddWhen(expected == OutcomeKind.Ingetrokken, "verwachteUitkomst", "Intrekken doet de melder zelf.");
        return new ContextAnalysed
        {
            Source = source,
            Rules = RulesOf(command.Rules ?? [], today, errors),
            HasGivenChecks = true,
            Ministries = MinistriesOf(command.Ministries ?? [], errors),
            ExecutiveBodies = [.. BodiesOf("uitvoerders", command.ExecutiveBodies ?? [], errors)
                .Union(BodiesOf("uitvoerder", [command.ExecutiveBody], errors))],
            Expected = expected,
            Themes = command.Themes is { Count: > 0 } themes
                ? errors.Slugs<Theme>("themas", themes, "Kies thema's uit de lijst.") : null,
            DueOn = dueOn,
        };
    }

    private static List<string> BodiesOf(string field, IReadOnlyList<string?> slugs, FieldErrors errors)
    {
        var bodies = slugs.Select(slug => TextSanitizer.CleanLine(slug).ToLowerInvariant())
            .Where(slug => slug.Length > 0).Distinct()
            .ToList();
        errors.AddWhen(bodies.Count > MaximumBodies, field, $"Noem hoogstens {MaximumBodies} uitvoerders.");
        errors.AddWhen(bodies.Any(body => !BodySlug().IsMatch(body)), field, "Kies een uitvoerder, bijvoorbeeld uwv of duo.");
        return bodies;
    }

    private static List<Ministry> MinistriesOf(IReadOnlyList<string> slugs, FieldErrors errors)
    {
        var ministries = new List<Ministry>();
        foreach (var slug in slugs)
        {
            if (!EnumNames.TryParseSlug<Ministry>(slug?.ToLowerInvariant(), out var ministry))
            {
                errors.Add("ministeries", "Kies uit VWS, OCW en SZW.");
            }
            else if (!ministries.Contains(ministry))
            {
                ministries.Add(ministry);
            }
        }

        return ministries;
    }

    private static List<RuleReference> RulesOf(IReadOnlyList<AnalysedRule> rules, DateOnly today, FieldErrors errors)
    {
        if (rules.Count > MaximumRules)
        {
            errors.Add("regels", $"Noem hoogstens {MaximumRules} regels.");
            return [];
        }

        return [.. rules.Select((rule, i) => RuleOf(rule, $"regels[{i}]", today, errors))];
    }

    private static RuleReference RuleOf(AnalysedRule rule, string field, DateOnly today, FieldErrors errors)
    {
        var id = TextSanitizer.CleanLine(rule.BwbId);
        if (id.Length > 0 && !RuleId().IsMatch(id))
        {
            errors.Add($"{field}.bwbId", "Een id is bijvoorbeeld BWBR0007625, zonder spaties.");
        }

        errors.RefuseUnreadable($"{field}.gecontroleerdOp", rule.CheckedOn);
        errors.AddWhen(rule.CheckedOn > today, $"{field}.gecontroleerdOp", "De datum van de controle ligt in de toekomst.");

        var title = errors.Line($"{field}.citeertitel", rule.CitationTitle, "de titel van de regel", 300, required: true);
        var article = errors.Line($"{field}.artikel", rule.Article, "het artikel", 100);
        return new RuleReference(id.Length > 0 ? id : null, title, article.Length > 0 ? article : null, rule.CheckedOn);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9./:_-]{0,59}\z")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex BodySlug();
}
