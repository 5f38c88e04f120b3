using RegelLoket.Cases;
using RegelLoket.Web.Components;

namespace RegelLoket.Workbench;

/// <summary>A deadline as a label and a colour.</summary>
public sealed record Deadline(string Text, BadgeKind Kind)
{
    private const int Soon = 2;

    public static Deadline Of(CaseEntry entry, WorkingDays workingDays, DateOnly today) =>
        Of(entry.IsOpen, entry.IsPaused, entry.Row.DueOn, workingDays, today);

    public static Deadline Of(CaseState state, WorkingDays workingDays, DateOnly today) =>
        Of(state.IsOpen, state.PausedOn is not null, state.DueOn, workingDays, today);

    private static Deadline Of(bool isOpen, bool isPaused, DateOnly? dueOn, WorkingDays workingDays, DateOnly today) =>
        (isOpen, isPaused, dueOn) switch
        {
            (false, _, _) => new("Afgerond", BadgeKind.Success),
            (_, true, _) => new("Klok staat stil", BadgeKind.Neutral),
            (_, _, null) => new("Geen termijn", BadgeKind.Neutral),
            (_, _, { } due) when due < today => new($"{Days(-workingDays.Between(today, due))} te laat", BadgeKind.Danger),
            (_, _, { } due) when due == today => new("Vandaag", BadgeKind.Warning),
            (_, _, { } due) => workingDays.Between(today, due) is var days && days <= Soon
                ? new($"Nog {Days(days)}", BadgeKind.Warning)
                : new($"Nog {Days(days)}", BadgeKind.Active),
        };

    // A deadline on a day off can be zero working days away; it is still a day late or ahead.
    private static string Days(int workingDays) =>
        Math.Max(1, workingDays) is var days && days == 1 ? "1 werkdag" : $"{days} werkdagen";
}
