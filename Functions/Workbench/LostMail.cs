using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Workbench;

/// <summary>A mail of a case that did not arrive as it should, and has been neither resent nor settled.</summary>
/// <param name="Kind">The slug of its kind.</param>
/// <param name="State">What became of it.</param>
/// <param name="Since">The day on which that was recorded.</param>
public sealed record LostMail(string Kind, MailState State, DateOnly Since)
{
    /// <summary>The kind in words.</summary>
    public string Label => EnumNames.TryParseSlug<MailKind>(Kind, out var kind) ? kind.Label() : "Mail";

    public static IEnumerable<LostMail> AllOf(CaseFile file)
    {
        foreach (var recorded in file.Events.Where(e => e.What is MailRecorded)
            .GroupBy(e => MailKeys.RootOf(((MailRecorded)e.What).Key)))
        {
            var newest = recorded.Last();
            var mail = (MailRecorded)newest.What;
            if (EnumNames.TryParseSlug<MailState>(mail.State, out var state) && state.IsTrouble())
            {
                yield return new LostMail(mail.Kind, state, WorkingDays.DayOf(newest.At));
            }
        }
    }
}
