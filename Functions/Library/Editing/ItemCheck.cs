using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>Makes an item of a coordinator's request; every wrong field is reported at once.</summary>
internal static class ItemCheck
{
    public const int LineLength = 500;

    private const int TitleLength = 160;
    private const int TextLength = 5000;
    private const int MostRules = 20;
    private const int MostEntries = 50;
    private const int ReviewMonths = 12;

    public static Factsheet? Factsheet(
        string id, FactsheetRequest input, Factsheet? before, LibraryView view, DateTimeOffset now,
        FieldErrors errors)
    {
        var today = WorkingDays.DayOf(now);
        var item = new Factsheet
        {
            Id = id,
            Title = errors.Required(
                "titel", TextSanitizer.CleanLine(input.Title), TitleLength, "Stel de vraag in één zin."),
            Problem = errors.Required("probleem", input.Problem, TextLength, "Schrijf op waar iemand tegenaan loopt."),
            RuleSays = errors.Required("watZegtDeRegel", input.RuleSays, TextLength, "Schrijf op wat de regel zegt."),
            WhatYouMay = errors.Required("watMagJe", input.WhatYouMay, TextLength, "Schrijf op wat iemand mag doen."),
            Outcome = input.Outcome ?? OutcomeKind.HetKanAl,
            Themes = ThemesOf(input, errors),
            Branches = [.. (input.Branches ?? []).Distinct()],
            Ministries = [.. (input.Ministries ?? []).Distinct()],
            ExecutiveBody = errors.Optional("uitvoerder", TextSanitizer.CleanLine(input.ExecutiveBody), LineLength),
            Rules = RulesOf(input.Rules ?? [], today, errors),
            CheckYourself = errors.Optional("controleerZelf", input.CheckYourself, TextLength),
            Cases = Linked<PublishedCase>("casussen", [.. (input.Cases ?? []).Select(c => c.ToLowerInvariant())], view,
                "Deze zaken staan niet in de bibliotheek", errors),
            FrontRunners = Linked<FrontRunner>(
                "koplopers", input.FrontRunners ?? [], view, "Deze koplopers staan niet in de bibliotheek",
                errors),
            ReviewBefore = input.ReviewBefore ?? today.AddMonths(ReviewMonths),
            PublishedAt = before?.PublishedAt ?? now,
            ModifiedAt = now,
        };
        errors.AddWhen(input.Outcome is null or OutcomeKind.Ingetrokken, "uitkomst", "Kies wat het antwoord is.");
        errors.AddWhen(item.ReviewBefore <= today, "nakijkenVoor", "Kies een dag die nog moet komen.");
        foreach (var (field, text) in new[] { ("titel", item.Title), ("probleem", item.Problem),
            ("watZegtDeRegel", item.RuleSays), ("watMagJe", item.WhatYouMay), ("controleerZelf", item.CheckYourself),
            ("uitvoerder", item.ExecutiveBody) })
        {
            errors.RefusePersonalData(field, text, input.FindingsReviewed);
        }

        return errors.Any ? null : item;
    }

    public static FrontRunner? FrontRunner(
        string id, FrontRunnerRequest input, FrontRunner? before, LibraryView view, DateTimeOffset now,
        FieldErrors errors)
    {
        var item = new FrontRunner
        {
            Id = id,
            Title = errors.Required(
                "titel", TextSanitizer.CleanLine(input.Title), TitleLength, "Geef het initiatief een titel."),
            Month = TextSanitizer.CleanLine(input.Month),
            Summary = errors.Required("inHetKort", input.Summary, TextLength, "Schrijf in een paar zinnen wat het is."),
            HowItWorks = errors.Required("hoeWerktHet", input.HowItWorks, TextLength, "Schrijf op hoe het werkt."),
            WhatItYields = errors.Required(
                "watLevertHetOp", input.WhatItYields, TextLength, "Schrijf op wat het oplevert."),
            Yields = YieldCheck.Of(input.Yields ?? [], errors),
            WhyFrontRunner = errors.Required(
                "waaromKoploper", input.WhyFrontRunner, TextLength, "Schrijf op waarom dit een koploper is."),
            Themes = ThemesOf(input, errors),
            Branches = [.. (input.Branches ?? []).Distinct()],
            Partners = [.. (input.Partners ?? []).Select(TextSanitizer.CleanLine).Where(p => p.Length > 0)],
            Related = Linked<LibraryItem>(
                "gerelateerd", input.Related ?? [], view, "Dit staat niet in de bibliotheek", errors),
            Source = errors.Optional("beschrevenIn", TextSanitizer.CleanLine(input.Source), LineLength),
            PublishedAt = before?.PublishedAt ?? now,
            ModifiedAt = now,
        };
        errors.AddWhen(
            !DateOnly.TryParseExact(item.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out _), "maand", "Vul de maand in als jaar en maand, zoals 2026-09.");
        errors.AddWhen(item.Partners.Count == 0, "partners", "Noem minstens één partner.");
        errors.AddWhen(item.Partners.Count > MostEntries || item.Partners.Any(p => p.Length > TitleLength), "partners",
            $"Noem hoogstens {MostEntries} partners, elk in hoogstens {TitleLength} tekens.");
        foreach (var (field, text) in new[] { ("titel", item.Title), ("inHetKort", item.Summary),
            ("hoeWerktHet", item.HowItWorks), ("watLevertHetOp", item.WhatItYields), ("waaromKoploper", item.WhyFrontRunner),
            ("partners", string.Join('\n', item.Partners)), ("beschrevenIn", item.Source) })
        {
            errors.RefusePersonalData(field, text, input.FindingsReviewed);
        }

        foreach (var (i, found) in (input.Yields ?? []).Index())
        {
            errors.RefusePersonalData($"opbrengsten[{i}].bronvermelding", found.Source, input.FindingsReviewed);
            errors.RefusePersonalData($"opbrengsten[{i}].toelichting", found.Remark, input.FindingsReviewed);
        }

        return errors.Any ? null : item;
    }

    private static IReadOnlyList<Theme> ThemesOf(ItemRequest input, FieldErrors errors)
    {
        errors.AddWhen(input.Themes is null or { Count: 0 }, "themas", "Kies minstens één thema.");
        return [.. (input.Themes ?? []).Distinct()];
    }

    private static IReadOnlyList<PublicRule> RulesOf(
        IReadOnlyList<PublicRuleRequest> rules, DateOnly today, FieldErrors errors)
    {
        errors.AddWhen(rules.Count > MostRules, "regels", $"Noem hoogstens {MostRules} regels.");
        var checkedRules = new List<PublicRule>();
        foreach (var (i, rule) in rules.Take(MostRules).Index())
        {
            var id = TextSanitizer.CleanLine(rule.BwbId);
            errors.AddWhen(id.Length > 0
                && !(id.Length == 11 && id.StartsWith("BWB", StringComparison.Ordinal) && id[3] is 'R' or 'V' && id[4..]
                .All(char.IsAsciiDigit)), $"regels[{i}].bwbId", "Een BWB-id ziet eruit als BWBR0004045.");
            errors.RefuseUnreadable($"regels[{i}].gecontroleerdOp", rule.CheckedOn);
            errors.AddWhen(rule.CheckedOn > today, $"regels[{i}].gecontroleerdOp", "Deze dag moet nog komen.");
            checkedRules.Add(new PublicRule
            {
                BwbId = id.Length > 0 ? id : null,
                CitationTitle = errors.Required(
                    $"regels[{i}].citeertitel", TextSanitizer.CleanLine(rule.CitationTitle), LineLength,
                    "Vul de citeertitel in."),
                Article = errors.Optional($"regels[{i}].artikel", TextSanitizer.CleanLine(rule.Article), LineLength),
                CheckedOn = rule.CheckedOn,
            });
        }

        return checkedRules;
    }

    private static IReadOnlyList<string> Linked<T>(
        string field, IReadOnlyList<string> ids, LibraryView view, string refusal,
        FieldErrors errors) where T : LibraryItem
    {
        var wanted = ids.Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var unknown = wanted.Where(id => view.Find(id) is not T).Take(5).ToList();
        errors.AddWhen(
            unknown.Count > 0, field,
            $"{refusal}: {string.Join(", ", unknown.Select(id => id.Length <= 80 ? id : id[..80]))}.");
        errors.AddWhen(wanted.Count > MostEntries * 10, field, "Dit zijn er te veel.");
        return wanted;
    }
}
