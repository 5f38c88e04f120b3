using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>
/// The mails to the reporter about a split: one that announces it, and one of the undoing, if the first had left. The
/// first may leave after the undoing, so both events ask for the second, under one key.
/// </summary>
public static class SplitMailPlan
{
    public static IEnumerable<PlannedMail> After(CaseEvent e, CaseFile file) => e.What switch
    {
        ReportSplit => [Mail(file, MailKind.ReportSplit, MailKeys.OfSplit(e.Number), e.Number)],
        ReportSplitUndone or MailRecorded when SplitRules.WasNotifiedOfUndoneSplit(file) => Undoing(e, file),
        _ => [],
    };

    private static IEnumerable<PlannedMail> Undoing(CaseEvent e, CaseFile file) =>
        from undone in file.Events
        where undone.What is ReportSplitUndone { Split: var split } && split == file.State.UndoneSplit
            && (undone.Number == e.Number
                || (undone.Number < e.Number && e.What is MailRecorded mail && mail.IsOf(MailKeys.OfSplit(split))))
        select Mail(file, MailKind.ReportSplitUndone, $"partsundone.{undone.Number}", undone.Number);

    private static PlannedMail Mail(CaseFile file, MailKind kind, string key, int number) =>
        new() { Case = file.Number, Kind = kind, To = Recipient.Reporter, Key = key, Event = number };
}
