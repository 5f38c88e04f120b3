using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>Reads and fills the coordinator's forms; their fields have the names of the API.</summary>
public static class EditingForms
{
    /// <summary>The value of the button that proposes a text; it is below the preview alone.</summary>
    internal const string Propose = "voorleggen";

    private const int SpareRules = 2;
    private const int MostRules = 20;

    private static readonly string[] RuleFields = ["citeertitel", "artikel", "bwbId", "gecontroleerdOp"];

    /// <summary>Returns the form of an item as it is now.</summary>
    public static FormState Of(LibraryItem item, int version)
    {
        var form = new FormState().With("versie", version.ToString(CultureInfo.InvariantCulture))
            .With("titel", item.Title)
            .With("themas", [.. item.Themes.Select(t => t.Slug())])
            .With("branches", [.. item.Branches.Select(b => b.Slug())]);
        return item switch
        {
            Factsheet sheet => Of(sheet, form),
            FrontRunner runner =>
                form.With("maand", runner.Month).With("inHetKort", runner.Summary)
                .With("hoeWerktHet", runner.HowItWorks)
                .With("watLevertHetOp", runner.WhatItYields).With("waaromKoploper", runner.WhyFrontRunner)
                    .With("partners", string.Join('\n', runner.Partners))
                .With("gerelateerd", string.Join('\n', runner.Related)).With("beschrevenIn", runner.Source)
                .With(runner.Yields),
            _ => form,
        };
    }

    /// <summary>Returns the item's form with the posted fields of another form on its page, and their errors.</summary>
    public static FormState Of(LibraryItem item, int version, FormState posted)
    {
        var form = Of(item, version);
        foreach (var field in new[] { "geldigTot", "regelsNagekeken", "reden" })
        {
            form.With(field, [.. posted.Values(field)]);
        }

        foreach (var (field, error) in posted.Errors)
        {
            form.Refuse(field, error);
        }

        return form;
    }

    /// <summary>Returns the text of an edition for a person who did not see it, beside the older one that they read.</summary>
    public static NewerText NewerText(Edition unseen, Edition? read)
    {
        return new(unseen.By.Name, unseen.At, TextsOf(unseen)) { Read = read is null ? [] : TextsOf(read) };

        static IReadOnlyList<(string Label, string Text)> TextsOf(Edition edition) =>
            edition.After is not { } item ? [] : Of(item, edition.Version).Texts(field => field.Name != "versie");
    }

    public static FactsheetRequest Factsheet(FormState form) => new()
    {
        Version = VersionOf(form),
        Title = form.Value("titel"),
        Themes = List<Theme>(form, "themas"),
        Branches = List<Branche>(form, "branches"),
        FindingsReviewed = form.Has("vondstenBekeken", "ja"),
        Problem = form.Value("probleem"),
        RuleSays = form.Value("watZegtDeRegel"),
        WhatYouMay = form.Value("watMagJe"),
        Outcome = EnumNames.TryParseSlug<OutcomeKind>(form.Value("uitkomst"), out var outcome) ? outcome : null,
        Ministries = List<Ministry>(form, "ministeries"),
        ExecutiveBody = form.Value("uitvoerder"),
        Rules = [.. Enumerable.Range(0, MostRules).TakeWhile(i => IsFilled(form, i)).Select(i => new PublicRuleRequest
        {
            CitationTitle = form.Value($"regels[{i}].citeertitel"),
            Article = form.Value($"regels[{i}].artikel"),
            BwbId = form.Value($"regels[{i}].bwbId"),
            CheckedOn = form.Day($"regels[{i}].gecontroleerdOp"),
        })],
        CheckYourself = form.Value("controleerZelf"),
        Cases = Lines(form, "casussen"),
        FrontRunners = form.Values("koplopers"),
        ReviewBefore = form.Day("nakijkenVoor"),
    };

    public static FrontRunnerRequest FrontRunner(FormState form) => new()
    {
        Version = VersionOf(form),
        Title = form.Value("titel"),
        Themes = List<Theme>(form, "themas"),
        Branches = List<Branche>(form, "branches"),
        FindingsReviewed = form.Has("vondstenBekeken", "ja"),
        Month = form.Value("maand"),
        Summary = form.Value("inHetKort"),
        HowItWorks = form.Value("hoeWerktHet"),
        WhatItYields = form.Value("watLevertHetOp"),
        Yields = YieldForms.Read(form),
        WhyFrontRunner = form.Value("waaromKoploper"),
        Partners = Lines(form, "partners"),
        Related = Lines(form, "gerelateerd"),
        Source = form.Value("beschrevenIn"),
    };

    public static ReviewRequest Review(FormState form) =>
        new() { ReviewBefore = form.Day("geldigTot"), RulesChecked = form.Has("regelsNagekeken", "ja") };

    /// <summary>The number of lines for rules in the form: all that are filled in and some empty ones.</summary>
    public static int RuleLines(FormState form) =>
        Math.Min(MostRules, Enumerable.Range(0, MostRules).LastOrDefault(i => IsFilled(form, i), -1) + 1 + SpareRules);

    /// <summary>Removes empty lines between the rules, so that an error is shown at its own line.</summary>
    public static FormState Pack(FormState form)
    {
        foreach (var (line, i) in Enumerable.Range(0, MostRules).Where(i => IsFilled(form, i)).Index().ToList())
        {
            foreach (var field in RuleFields.Where(_ => line != i))
            {
                form.With($"regels[{line}].{field}", form.Value($"regels[{i}].{field}")).With($"regels[{i}].{field}");
            }
        }

        return form;
    }

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static FormState Of(Factsheet sheet, FormState form)
    {
        form.With("probleem", sheet.Problem).With("watZegtDeRegel", sheet.RuleSays).With("watMagJe", sheet.WhatYouMay)
            .With("uitkomst", sheet.Outcome.Slug())
            .With("ministeries", [.. sheet.Ministries.Select(m => m.Slug())]).With("uitvoerder", sheet.ExecutiveBody)
                .With("controleerZelf", sheet.CheckYourself)
            .With("casussen", string.Join('\n', sheet.Cases)).With("koplopers", [.. sheet.FrontRunners])
                .With("nakijkenVoor", Text(sheet.ReviewBefore));
        foreach (var (i, rule) in sheet.Rules.Index())
        {
            form.With($"regels[{i}].citeertitel", rule.CitationTitle).With($"regels[{i}].artikel", rule.Article)
                .With($"regels[{i}].bwbId", rule.BwbId)
                .With($"regels[{i}].gecontroleerdOp", rule.CheckedOn is { } day ? Text(day) : null);
        }

        return form;
    }

    private static bool IsFilled(FormState form, int i) =>
        RuleFields.Any(field => form.Value($"regels[{i}].{field}").Length > 0);

    private static int? VersionOf(FormState form) =>
        int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : null;

    private static List<T> List<T>(FormState form, string field) where T : struct, Enum
    {
        var list = new List<T>();
        foreach (var slug in form.Values(field))
        {
            if (EnumNames.TryParseSlug<T>(slug, out var value))
            {
                list.Add(value);
            }
        }

        return list;
    }

    private static string[] Lines(FormState form, string field) => form.Value(field)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
