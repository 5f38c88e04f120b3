using System.Collections.Immutable;
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
        Channel = ReportChannel.Api,
        Branche = Branche.Ouderenzorg,
        Themes = [Theme.WerkenNaarTalent],
        Anonymous = anonymous,
        FollowCodeHash = "",
        DueOn = Due,
    };

    public static CaseEscalated Escalated(params Ministry[] ministries) =>
        new() { Requests = [.. ministries.Select(m => new MinistryAsked(m, Due, "", Due))] };

    public static OutcomeDetermined Outcome() => new() { Outcome = OutcomeKind.HetKanAl, DueOn = Due };

    public static MailRecorded Mail(string state, Ministry? ministry = null) =>
        new() { Key = "mail", Kind = "vraag-aan-ministerie", State = state, Ministry = ministry };

    public static PublicationDrafted Drafted(int version = 1) =>
        new() { Version = version, Themes = [], Branche = Branche.Ouderenzorg, ReviewBefore = Due.AddYears(1), ObjectBefore = Due };

    public static CaseAssigned AssignedTo(string? handler) => new() { From = null, To = handler };

    public static CaseJoined Joined(int place) => new() { Follower = place, FollowCodeHash = "", KeyHash = $"{place}" };

    /// <summary>The event with a number, so many days after the first.</summary>
    public static CaseEvent EventOf(CaseChange change, int number) => new()
    {
        Number = number,
        At = ReportedAt.AddDays(number - 1),
        By = change is IMinistryChange ? new Actor(ActorRole.Ministry, "") : new Actor(ActorRole.Analyst, "Ans"),
        What = change,
    };

    /// <summary>The case after these changes, a day between two, with a reporter who has an address.</summary>
    public static CaseFile Of(params CaseChange[] changes)
    {
        var events = changes.Select((change, i) => EventOf(change, i + 1)).ToList();
        return new CaseFile
        {
            State = events.Aggregate(new CaseState { Number = Number }, (state, e) => state.After(e)),
            Events = events,
            Private = new PrivateCase().WithContact(null, new ReporterContact { Email = Address }),
        };
    }

    /// <summary>The case with a text of one of its events, and the hash of the text in the event.</summary>
    public static CaseFile WithText(this CaseFile file, int number, string name, string text)
    {
        var kept = PrivateText.Of(text);
        var e = file.Events[number - 1];
        var hashes = new Dictionary<string, string>(e.Texts ?? ImmutableDictionary<string, string>.Empty) { [name] = kept.Hash() };
        var texts = new Dictionary<string, PrivateText>(
            file.Private.Texts.GetValueOrDefault(number) ?? ImmutableDictionary<string, PrivateText>.Empty)
        { [name] = kept };
        return file with
        {
            Events = [.. file.Events.Select(each => each.Number == number ? e with { Texts = hashes } : each)],
            Private = file.Private.With(number, texts),
        };
    }

    /// <summary>The case with somebody else as the one who did an event.</summary>
    public static CaseFile By(this CaseFile file, int number, Actor actor) =>
        file with { Events = [.. file.Events.Select(each => each.Number == number ? each with { By = actor } : each)] };

    public static readonly EmailAddress Address = EmailAddress.TryParse("melder@example.org", out var address) ? address
        : throw new FormatException();
}
