using System.Text.Json;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// Executes the coordinators' changes to the catalogue. Each change is validated as a whole, and stored in the journal
/// with who, when, why, before and after.
/// </summary>
public sealed partial class CatalogueService(CatalogueBook book)
{
    private const int MaximumReason = 1_000;
    private const int MaximumName = 200;
    private const int Attempts = 5;
    private const string ChangedMeanwhile = "Iemand anders heeft dit net gewijzigd. Lees eerst wat er nu staat.";

    /// <summary>Adds a rule (without a version), or changes the version that the sender read.</summary>
    public Task<CatalogueResult> SaveRuleAsync(CommandContext context, string id, RuleVersionRequest input,
        CancellationToken cancellation) => ChangeAsync(context, input.Reason, (edition, errors) =>
    {
        var existing = edition.Catalogue.Find(id);
        if (existing is null && input.Version is not null)
        {
            return new CatalogueEdit.Stop(new CatalogueResult.NotFound());
        }

        var rule = input.ToRule(
            id, body => edition.Catalogue.FindBody(body)?.IsValidOn(context.Today) is true, context.Today, errors);
        return existing is not null && input.Version is null
            ? new CatalogueEdit.Stop(new CatalogueResult.Conflict("Er is al een regel met "
            + "dit id. Kies een ander id, of wijzig die regel."))
            : existing is not null && input.Version != edition.VersionOf(id)
            ? new CatalogueEdit.Stop(new CatalogueResult.Conflict(ChangedMeanwhile)
            { Unseen = edition.HistoryOf(id).FirstOrDefault(), Seen = input.Version })
            : existing is not null && IsSame(existing, rule) ? new CatalogueEdit.Nothing()
            : new CatalogueEdit.Add(change => change with { Rule = new(existing, rule) });
    }, cancellation);

    /// <summary>Records that the rule was checked against its text today.</summary>
    public Task<CatalogueResult> MarkCheckedAsync(CommandContext context, string id, CancellationToken cancellation) =>
        ChangeAsync(context, "Vandaag gecontroleerd.", (edition, _) =>
        edition.Catalogue.Find(id) is not { } rule ? new CatalogueEdit.Stop(new CatalogueResult.NotFound())
            : rule.CheckedOn == context.Today ? new CatalogueEdit.Nothing()
            : new CatalogueEdit.Add(change => change with { Rule = new(rule, rule with { CheckedOn = context.Today }) }), cancellation);

    /// <summary>Adds an executive body, or changes its name or the period in which it exists.</summary>
    public Task<CatalogueResult> SaveBodyAsync(CommandContext context, string id, ExecutiveBodyRequest input,
        CancellationToken cancellation) => ChangeAsync(context, input.Reason, (edition, errors) =>
    {
        errors.AddWhen(
            id.Length > 60 || !BodyId().IsMatch(id), "id", "Het id bestaat uit kleine letters, cijfers en streepjes, "
            + "hoogstens 60.");
        var name = TextSanitizer.CleanLine(errors.Required("naam", input.Name, MaximumName, "Vul de naam in."));
        var (from, until) =
            (Days.Read(input.ValidFrom, "geldigVanaf", errors), Days.Read(input.ValidUntil, "geldigTot", errors));
        errors.AddWhen(until < from, "geldigTot", "De laatste dag ligt voor de eerste.");
        var before = edition.Catalogue.FindBody(id);
        var after = new ExecutiveBody { Id = id, Name = name, ValidFrom = from, ValidUntil = until };
        return before == after ? new CatalogueEdit.Nothing() : new CatalogueEdit.Add(change => change with { Body = new(before, after) });
    }, cancellation);

    /// <summary>Renames a ministry from a day on; the name before it ends on the day before.</summary>
    public Task<CatalogueResult> RenameMinistryAsync(CommandContext context, Ministry ministry, MinistryNameRequest input,
        CancellationToken cancellation) => ChangeAsync(context, input.Reason, (edition, errors) =>
    {
        var name = TextSanitizer.CleanLine(errors.Required("naam", input.Name, MaximumName, "Vul de naam in."));
        var abbreviation = TextSanitizer.CleanLine(
            errors.Required("afkorting", input.Abbreviation, 20, "Vul de afkorting in."));
        var before = edition.Catalogue.Ministries.Last(entry => entry.Ministry == ministry);
        var from = Days.Read(input.ValidFrom, "geldigVanaf", errors);
        errors.AddWhen(from is null, "geldigVanaf", "Vul in vanaf welke dag deze naam geldt.");
        errors.AddWhen(from < before.ValidFrom, "geldigVanaf", "Deze dag ligt voor de dag waarop de huidige naam begon.");
        var after = new MinistryEntry
        {
            Ministry = ministry,
            Name = name,
            Abbreviation = abbreviation,
            ValidFrom = from
            ?? default,
            ValidUntil = null
        };
        return before == after ? new CatalogueEdit.Nothing()
            : new CatalogueEdit.Add(change => change with { Ministry = new(before, after) });
    }, cancellation);

    private async Task<CatalogueResult> ChangeAsync(CommandContext context, string? reason,
        Func<CatalogueEdition, FieldErrors, CatalogueEdit> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var edition = await book.CurrentAsync(cancellation);
            var request = CommandRequest.Current;
            if (request?.Mark is { } mark && edition.Changes.FirstOrDefault(c => c.Request?.Key == mark.Key) is { } earlier)
            {
                return earlier.Request == mark ? new CatalogueResult.Done(edition)
                    : new CatalogueResult.Conflict(CommandRequest.KeyInUse);
            }

            var errors = new FieldErrors();
            var step = decide(edition, errors);
            var why = errors.Required("reden", reason, MaximumReason, "Vul in waarom je dit wijzigt.");
            if (step is CatalogueEdit.Stop { Result: CatalogueResult.NotFound } missing)
            {
                return missing.Result;
            }

            if (errors.Any)
            {
                return new CatalogueResult.Invalid(errors.All);
            }

            switch (step)
            {
                case CatalogueEdit.Stop stop:
                    return stop.Result;
                case CatalogueEdit.Nothing:
                    return new CatalogueResult.Done(edition);
                case CatalogueEdit.Add add:
                    var change = add.Fill(new CatalogueChange
                    {
                        Number = edition.Changes.Count + 1,
                        By = context.By.Name,
                        At = context.Now,
                        Reason = why,
                        Request = request?.Mark,
                    });
                    if (request?.SeenVersion is { } seen
                        && edition.Changes.LastOrDefault(c => c.Number > seen && c.IsAboutTheSameAs(change)) is { } unseen)
                    {
                        return new CatalogueResult.Conflict(ChangedMeanwhile) { Unseen = unseen, Seen = seen };
                    }

                    if (await book.AppendAsync(edition, change, cancellation) is { } changed)
                    {
                        return new CatalogueResult.Done(changed);
                    }

                    break;
            }
        }

        return new CatalogueResult.Conflict("Er worden nu veel regels tegelijk gewijzigd. Probeer het nog een keer.");
    }

    private static bool IsSame(Rule one, Rule other) =>
        JsonSerializer.Serialize(one, CatalogueJson.Default.Rule) == JsonSerializer.Serialize(
            other, CatalogueJson.Default.Rule);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex BodyId();

    private abstract record CatalogueEdit
    {
        public sealed record Stop(CatalogueResult Result) : CatalogueEdit;

        public sealed record Nothing : CatalogueEdit;

        public sealed record Add(Func<CatalogueChange, CatalogueChange> Fill) : CatalogueEdit;
    }
}
