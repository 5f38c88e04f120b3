using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Cases;

/// <summary>Whose move it is, and what ends a request: the whole is asked where a part acts (case 8).</summary>
public sealed class MinistryRequestTests
{
    private static readonly ReminderOffsets Offsets = new();
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly DateOnly Later = CaseFiles.Due.AddDays(3);

    /// <summary>What a ministry does that waits for the desk, and what the desk decides on it.</summary>
    public static TheoryData<string> OurMoves =>
        ["mailed", "mailed a letter", "mailed nothing to read", "mailed very much", "more time", "asked back", "all at once"];

    [Theory]
    [MemberData(nameof(OurMoves))]
    public void Case08_TheDeskIsToMove_NobodyIsRemindedAndNoMarkIsMade(string move)
    {
        var file = After(ChangesOf(move));
        var request = file.State.RequestTo(Ministry.Vws)!;

        Assert.NotNull(request.OurMoveSince);
        Assert.Empty(new ReminderSchedule(Days).Of(file.Number, request, Offsets));
        Assert.Empty(Flow.MailsDue(file, request, Offsets, WorkingDays.StartOf(CaseFiles.Due.AddYears(1))));
        Assert.Null(Flow.NextMoment(file, request, Offsets, CaseFiles.ReportedAt));
        Assert.False(request.IsLateOn(CaseFiles.Due.AddYears(1)));
    }

    [Theory]
    [MemberData(nameof(OurMoves))]
    public void Case08_TheDeskHasDecided_TheMinistryIsRemindedByItsNewDay(string move)
    {
        var file = After([.. ChangesOf(move), .. DecisionsOn(move)]);
        var request = file.State.RequestTo(Ministry.Vws)!;

        Assert.Null(request.OurMoveSince);
        Assert.Equal(Later, request.ReplyBefore);
        Assert.NotEmpty(Flow.MailsDue(file, request, Offsets, WorkingDays.StartOf(Later)));
        Assert.False(request.IsLateOn(Later));
        Assert.True(request.IsLateOn(Later.AddDays(1)));
    }

    [Fact]
    public void IsLateOn_MoreTimeAskedAfterTheTerm_IsLateAllTheSame()
    {
        var changes = new List<CaseChange> { CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws) };
        changes.AddRange(Enumerable.Repeat(new NoteAdded(), 20));
        changes.Add(new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due.AddDays(60)));

        Assert.True(CaseFiles.Of([.. changes]).State.RequestTo(Ministry.Vws)!.IsLateOn(CaseFiles.Due.AddDays(20)));
    }

    [Fact]
    public void OurMoveSince_ACorrectionAfterTheTermWhileTheFirstMailWaits_IsTheDayOfTheFirst()
    {
        var request = After([Mailed(InboundKind.Reply), .. Enumerable.Repeat(new NoteAdded(), 20), Mailed(InboundKind.Reply)])
            .State.RequestTo(Ministry.Vws)!;
        var (first, second) = (WorkingDays.DayOf(request.Mails[0].At), WorkingDays.DayOf(request.Mails[1].At));

        Assert.True(first < CaseFiles.Due && second > CaseFiles.Due);
        Assert.Equal(first, request.OurMoveSince);
        Assert.False(request.IsLateOn(second));
    }

    [Theory]
    [InlineData(InboundKind.OtherSender)]
    [InlineData(InboundKind.AfterTheEnd)]
    [InlineData(InboundKind.Automatic)]
    public void OurMoveSince_AMailThatIsNoneOfThisQuestionsMinistry_IsNull(InboundKind kind) =>
        Assert.Null(After(Mailed(kind)).State.RequestTo(Ministry.Vws)!.OurMoveSince);

    [Fact]
    public void Late_NotOursWhileTheDeskIsToMove_IsNot()
    {
        CaseChange[] later = [.. Enumerable.Repeat(new NoteAdded(), 20), new MinistryNotOurs(Ministry.Vws)];
        var request = After([new MinistryAskedBack(Ministry.Vws), .. later]).State.RequestTo(Ministry.Vws)!;

        Assert.True(WorkingDays.DayOf(request.EndedAt!.Value) > CaseFiles.Due);
        Assert.False(request.Late);
        Assert.True(After(later).State.RequestTo(Ministry.Vws)!.Late);
    }

    public static TheoryData<string> Ends => ["outcome", "withdrawn"];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Case08_TheCaseEnds_OpenRequestsEndAndTheirMinistriesAreMailed(string end)
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw), new MinistryAnswered(Ministry.Szw, Late: false),
            End(end));

        Assert.Equal([RequestStatus.NoLongerNeeded, RequestStatus.Answered], file.State.Requests.Select(r => r.Status));
        Assert.Equal(["antwoord-niet-meer-nodig.vws.4"], MailsOf(file, Ministry.Vws, 4));
        // A ministry that answered hears what came of it, without a workflow of its own.
        Assert.Equal(end == "outcome" ? ["uitkomst-aan-ministerie.szw.4"] : [],
            MinistryFlow.OutcomeMails(file.Events[3], file).Select(mail => mail.Key));
        Assert.Empty(MailsOf(file, Ministry.Szw, 4));
        Assert.Equal([(Ministry.Vws, 4, false), (Ministry.Szw, 3, false)],
            file.State.Workflows.Skip(1).Select(mark => (mark.Ministry!.Value, mark.Newest, mark.IsExpected)));
        Assert.Empty(Flow.MailsDue(file, file.State.RequestTo(Ministry.Vws)!, Offsets, WorkingDays.StartOf(CaseFiles.Due.AddYears(1))));
    }

    [Fact]
    public void Case08_ReopenedAndAskedAgain_TheMinistryHasANewQuestionAndNoOldNews()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), CaseFiles.Outcome(), new CaseReopened { DueOn = CaseFiles.Due },
            CaseFiles.Escalated(Ministry.Vws));

        Assert.Equal([RequestStatus.NoLongerNeeded, RequestStatus.Asked], file.State.Requests.Select(r => r.Status));
        Assert.Equal(CaseStatus.AtMinistries, file.State.Status);
        Assert.Equal(["vraag-aan-ministerie.vws.5"], MailsOf(file, Ministry.Vws, 5));
        Assert.True(file.State.Workflows[1].IsExpected);
    }

    private static MinistryFlow Flow => new(new ReminderSchedule(Days));

    private static CaseFile After(params CaseChange[] changes) =>
        CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), .. changes]);

    private static MinistryMailed Mailed(InboundKind kind) => new(Ministry.Vws, "hash", IsProven: true) { Kind = kind };

    private static CaseChange End(string end) => end == "outcome" ? CaseFiles.Outcome() : new CaseWithdrawn();

    private static CaseChange[] ChangesOf(string move) => move switch
    {
        "mailed" => [Mailed(InboundKind.Reply)],
        "mailed a letter" => [Mailed(InboundKind.AttachmentOnly)],
        "mailed nothing to read" => [Mailed(InboundKind.NoWords)],
        "mailed very much" => [Mailed(InboundKind.TooLong)],
        "more time" => [new MinistryAskedMoreTime(Ministry.Vws, Later)],
        "asked back" => [new MinistryAskedBack(Ministry.Vws)],
        _ => [.. ChangesOf("mailed"), .. ChangesOf("more time"), .. ChangesOf("asked back")],
    };

    private static CaseChange[] DecisionsOn(string move) => move switch
    {
        "mailed" or "mailed a letter" or "mailed nothing to read" or "mailed very much" =>
            [new MailedAnswerRefused(Ministry.Vws) { ReplyBefore = Later }],
        "more time" => [new MoreTimeDecided(Ministry.Vws, Granted: true, Later)],
        "asked back" => [new AnalystAnsweredMinistry(Ministry.Vws, Later)],
        _ => [.. DecisionsOn("asked back"), .. DecisionsOn("more time"), .. DecisionsOn("mailed")],
    };

    private static IEnumerable<string> MailsOf(CaseFile file, Ministry ministry, int number) =>
        MinistryFlow.MailsFor(file.Events[number - 1], file, ministry).Select(mail => mail.Key);
}
