using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>
/// The public item as it will be with the outcome that is on the same form: neither is recorded yet, and everybody will
/// read them together.
/// </summary>
internal static class OutcomePreview
{
    /// <summary>Returns the item; null as long as nothing of it was written.</summary>
    public static PublishedCase? Of(CaseFile file, FormState form, DateTimeOffset now)
    {
        var input = PublicationFormFields.Read(form);
        if (string.IsNullOrEmpty(input.Title) && string.IsNullOrEmpty(input.Problem))
        {
            return null;
        }

        var decided = new CaseEvent { Number = file.State.Version + 1, At = now, By = Actor.System, What = OutcomeOf(form, now) };
        return PublicView.Preview(
            file with { State = file.State.After(decided), Events = [.. file.Events, decided] }, input,
            WorkingDays.DayOf(now).AddMonths(PublicationCheck.ReviewMonths), now);
    }

    private static OutcomeDetermined OutcomeOf(FormState form, DateTimeOffset now) => new()
    {
        Outcome = EnumNames.TryParseSlug<OutcomeKind>(form.Value("uitkomst"), out var kind) ? kind : OutcomeKind.HetKanAl,
        DueOn = WorkingDays.DayOf(now),
        HasGivenChecks = true,
        Rule = form.Value("regel.citeertitel") is { Length: > 0 } title
            ? new RuleReference(
                Filled(form, "regel.bwbId"), title, Filled(form, "regel.artikel"),
                form.Has("regel.vandaagNagekeken", "ja") ? WorkingDays.DayOf(now) : form.Day("regel.gecontroleerdOp"))
            : null,
    };

    private static string? Filled(FormState form, string name) => form.Value(name) is { Length: > 0 } value ? value : null;
}
