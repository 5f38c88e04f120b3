using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Outcome;

/// <summary>
/// Checks the analyst's input against the template of the outcome and makes the event of it. Fields that the template
/// does not have are left out.
/// </summary>
internal static class OutcomeCheck
{
    private const int TextLength = 5000;
    private const int LineLength = 300;

    /// <summary>Returns the event with its texts; null when <paramref name="errors"/> has any.</summary>
    public static NewEvent? Check(CommandContext context, OutcomeRequest input, DateOnly disputeBefore, FieldErrors errors)
    {
        var today = context.Today;
        if (input.Outcome is not { } kind || !OutcomeTemplate.Choices.Contains(kind))
        {
            errors.Add("uitkomst", "Kies een uitkomst.");
            errors.Required("reden", input.Reason, TextLength, "Schrijf op waarom dit de uitkomst is.");
            errors.Required("tekstVoorMelder", input.ReporterText, TextLength, "Schrijf een tekst voor de melder.");
            return null;
        }

        var template = OutcomeTemplate.Of(kind);
        var texts = new Dictionary<string, string>
        {
            [TextNames.ReporterText] = errors.Required("tekstVoorMelder", input.ReporterText, TextLength,
                "Schrijf een tekst voor de melder."),
            [TextNames.Reason] = errors.Required("reden", input.Reason, TextLength, "Schrijf op waarom dit de uitkomst is."),
        };

        void Text(OutcomeParts part, string name, string field, string? value, string whenEmpty, int length = TextLength)
        {
            if (!template.Shows(part))
            {
                return;
            }

            if (errors.Optional(field, value, length) is { } text)
            {
                texts[name] = text;
            }
            else
            {
                errors.AddWhen(template.Requires(part), field, whenEmpty);
            }
        }

        Text(OutcomeParts.RuleSays, TextNames.RuleSays, "watZegtDeRegel", input.RuleSays,
            "Schrijf op wat de regel echt zegt.");
        Text(OutcomeParts.WhatYouMay, TextNames.WhatYouMay, "watMagJe", input.WhatYouMay,
            "Schrijf op wat de melder mag doen.");
        Text(OutcomeParts.Confirmation, TextNames.ConfirmedBy, "bevestigdDoor", input.ConfirmedBy,
            "Schrijf op wie dit heeft bevestigd.",
            LineLength);
        Text(OutcomeParts.Change, TextNames.RuleBefore, "wasZo", input.RuleBefore, "Schrijf op hoe de regel was.");
        Text(OutcomeParts.Change, TextNames.RuleAfter, "wordtZo", input.RuleAfter, "Schrijf op hoe de regel wordt.");
        Text(OutcomeParts.ReferredTo, TextNames.ReferredTo, "verwezenNaar", input.ReferredTo,
            "Schrijf op bij wie de melder terechtkan.",
            LineLength);
        input = template.OnlyItsOwn(input);
        var publishedIn = errors.Optional("gepubliceerdIn", input.PublishedIn, LineLength);
        errors.AddWhen(template.Requires(OutcomeParts.Change) && publishedIn is null, "gepubliceerdIn",
            "Noem de vindplaats, zoals Stcrt. 2026, 12345.");
        errors.RefuseUnreadable("geldtVanaf", input.HoldsFrom);
        errors.RefuseUnreadable("geldtTot", input.HoldsUntil);
        errors.RefuseUnreadable("bevestigdOp", input.ConfirmedOn);
        errors.AddWhen(template.Requires(OutcomeParts.Change) && input.HoldsFrom is null, "geldtVanaf",
            "Vul in vanaf welke dag dit geldt.");
        errors.AddWhen(
            template.Requires(OutcomeParts.Term) && input.HoldsUntil is null, "geldtTot", "Vul in tot wanneer dit geldt.");
        errors.AddWhen(
            input.HoldsUntil < (input.HoldsFrom ?? today), "geldtTot", "De laatste dag moet na de eerste dag liggen.");
        errors.AddWhen(template.Requires(OutcomeParts.Confirmation) && input.ConfirmedOn is null, "bevestigdOp",
            "Vul in op welke dag dit is bevestigd.");
        errors.AddWhen(input.ConfirmedOn > today, "bevestigdOp", "Deze dag moet nog komen.");
        var rule = RuleOf(template, input.Rule, today, errors);
        return errors.Any ? null : new NewEvent(context.By, new OutcomeDetermined
        {
            Outcome = kind,
            DueOn = disputeBefore,
            Rule = rule,
            HasGivenChecks = true,
            ConfirmedOn = input.ConfirmedOn,
            PublishedIn = publishedIn,
            HoldsFrom = input.HoldsFrom,
            HoldsUntil = input.HoldsUntil,
        })
        { Texts = texts };
    }

    internal static bool IsRuleId(string? id) =>
        id?.StartsWith("BWB", StringComparison.Ordinal) == true && id.Length > 4 && id.All(char.IsAsciiLetterOrDigit);

    private static RuleReference? RuleOf(
        OutcomeTemplate template, OutcomeRuleRequest? input, DateOnly today, FieldErrors errors)
    {
        var title = errors.Optional("regel.citeertitel", input?.CitationTitle, LineLength);
        var id = errors.Optional("regel.bwbId", input?.BwbId, 20);
        var article = errors.Optional("regel.artikel", input?.Article, 60);
        if (title is null && id is null && article is null && !template.Requires(OutcomeParts.Rule))
        {
            return null;
        }

        errors.AddWhen(title is null, "regel.citeertitel", "Noem de regel, zoals 'Wet BIG'.");
        errors.AddWhen(id is not null && !IsRuleId(id), "regel.bwbId", "Een BWB-id ziet eruit als BWBR0006251.");
        errors.RefuseUnreadable("regel.gecontroleerdOp", input?.CheckedOn);
        errors.AddWhen(input?.CheckedOn > today, "regel.gecontroleerdOp", "Deze dag moet nog komen.");
        return title is null ? null : new RuleReference(id, title, article, input?.CheckedOn);
    }
}
