using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>Cases that are made of events alone, for what is pure.</summary>
internal static class CaseFiles
{
    public static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");
    public static readonly DateTimeOffset ReportedAt = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Due = new(2026, 12, 7);

    public static CaseReported Reported(bool anonymous = false) => new()
    {
        Channel = ReportChannel.Api, Branche = Branche.Ouderenzorg, Themes = [Theme.WerkenNaarTalent], Anonymous = anonymous, FollowCodeHash = "", DueOn = Due,
    };

    public static CaseEscalated Escalated(params Ministry[] ministries) => new() { Requests = [.. ministries.Select(m => new MinistryAsked(m, Due, "", Due))] };

    public static OutcomeDetermined Outcome() => new() { Outcome = OutcomeKind.HetKanAl, DueOn = Due };

    public static MailRecorded Mail(string state, Ministry? ministry = null) => new() { Key = "mail", Kind = "vraag-aan-ministerie", State = state, Ministry = ministry };

    /// <summary>The case after these changes, a day between two, with a reporter who has an address.</summary>
    public static CaseFile Of(params CaseChange[] changes)
    {
        var events = changes.Select((change, i) => new CaseEvent
        {
            Number = i + 1, At = ReportedAt.AddDays(i), By = change is IMinistryChange ? new Actor(ActorRole.Ministry, "") : new Actor(ActorRole.Analyst, "Ans"), What = change,
        }).ToList();
        return new CaseFile
        {
            State = events.Aggregate(new CaseState { Number = Number }, (state, e) => state.After(e)),
            Events = events,
            Private = new PrivateCase().WithContact(null, new ReporterContact { Email = Address }),
        };
    }

    public static readonly EmailAddress Address = EmailAddress.TryParse("melder@example.org", out var address) ? address : throw new FormatException();
}
