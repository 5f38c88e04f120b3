using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// Maps a rule to a form and back; lists have one entry a line. The fields have the names of the API.
/// </summary>
public static class RuleForm
{
    public static FormState Of(Rule rule, int version) => new FormState()
        .With("versie", version.ToString(CultureInfo.InvariantCulture))
        .With("onderwerp", rule.Subject)
        .With("citeertitel", rule.CitationTitle)
        .With("afkorting", rule.Abbreviation)
        .With("bwbId", rule.BwbId)
        .With("anderId", rule.OtherId)
        .With("artikelen", Text(rule.Articles))
        .With("ministeries", [.. rule.Ministries.Select(ministry => ministry.Slug())])
        .With("eigenaarElders", rule.OwnerElsewhere)
        .With("uitvoerders", [.. rule.ExecutiveBodies])
        .With("bron", rule.Source.Slug())
        .With("gebruikelijkeUitkomst", rule.UsualOutcome.Slug())
        .With("valkuil", rule.Pitfall)
        .With("themas", [.. rule.Themes.Select(theme => theme.Slug())])
        .With("gecontroleerdOp", Days.Write(rule.CheckedOn))
        .With("kernwoorden", Text(rule.KeyWords))
        .With("woorden", Text(rule.Words))
        .With("voorbeelden", Text(rule.Examples));

    public static RuleVersionRequest Read(FormState form) => new()
    {
        Version = int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : null,
        Reason = form.Value("reden"),
        Subject = form.Value("onderwerp"),
        CitationTitle = form.Value("citeertitel"),
        Abbreviation = form.Value("afkorting"),
        BwbId = form.Value("bwbId"),
        OtherId = form.Value("anderId"),
        Articles = Lines(form, "artikelen"),
        Ministries = form.Values("ministeries"),
        OwnerElsewhere = form.Value("eigenaarElders"),
        ExecutiveBodies = form.Values("uitvoerders"),
        Source = form.Value("bron"),
        UsualOutcome = form.Value("gebruikelijkeUitkomst"),
        Pitfall = form.Value("valkuil"),
        Themes = form.Values("themas"),
        CheckedOn = form.Value("gecontroleerdOp"),
        KeyWords = Lines(form, "kernwoorden"),
        Words = Lines(form, "woorden"),
        Examples = Lines(form, "voorbeelden"),
    };

    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines);

    private static string[] Lines(FormState form, string field) => form.Value(field)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
