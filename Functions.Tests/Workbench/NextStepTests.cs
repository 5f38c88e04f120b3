using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

public sealed class NextStepTests
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans");
    private static readonly Actor Bea = new(ActorRole.Analyst, "Bea");
    private static readonly CaseChange[] ToVws = [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws)];
    private static readonly CaseChange[] Decided = [CaseFiles.Reported(), CaseFiles.Outcome()];
    private static readonly CaseChange[] Drafted = [.. Decided, CaseFiles.Drafted()];

    public static TheoryData<CaseStatus> Statuses => [.. EnumNames.All<CaseStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void For_EveryStatus_IsOneStepAndAButtonLeadsSomewhere(CaseStatus status)
    {
        var step = NextStep.For(new CaseState { Number = CaseFiles.Number, Status = status }, Ans);

        Assert.True(step is { Title.Length: > 0, Explanation.Length: > 0 });
        Assert.Equal(status.IsOpen(), step.Title != "Niets meer te doen");
        Assert.True(step.Button is null || step.Tab is not null || status == CaseStatus.Received);
    }

    [Fact]
    public void For_StatementThatAwaitsApproval_IsForAnybodyButItsAuthor()
    {
        CaseChange[] written = [CaseFiles.Reported(), new StatementWritten { Version = 1, DueOn = CaseFiles.Due }];

        Assert.Equal(("Wacht op een collega", "probleemstelling", null), StepOf(Ans, written));
        Assert.Equal(("Beoordeel de probleemstelling", "probleemstelling", "Lees en beoordeel"), StepOf(Bea, written));
    }

    [Fact]
    public void For_CaseReadyToDecide_GoesToTheMinistriesThatOwnTheRule()
    {
        Assert.Equal("ministeries", StepOf(Ans, Ready(RuleSource.Wet, null, Ministry.Vws)).Tab);
        Assert.Equal("oplossing", StepOf(Ans, Ready(RuleSource.Wet, null)).Tab);
    }

    [Theory]
    [InlineData(RuleSource.Wet, OutcomeKind.HetKanAl, "oplossing")]
    [InlineData(RuleSource.Misverstand, null, "oplossing")]
    [InlineData(RuleSource.EigenBeleid, null, "oplossing")]
    [InlineData(RuleSource.Wet, OutcomeKind.Wetswijziging, "ministeries")]
    [InlineData(RuleSource.Beleidsregel, null, "ministeries")]
    public void For_CaseReadyToDecide_AsksAMinistryOnlyWhenTheContextSaysSo(RuleSource source, OutcomeKind? expected, string tab) =>
        Assert.Equal(tab, StepOf(Ans, Ready(source, expected, Ministry.Vws)).Tab);

    private static CaseChange[] Ready(RuleSource source, OutcomeKind? expected, params Ministry[] owners) =>
    [
        CaseFiles.Reported(),
        new ContextAnalysed { Source = source, Rules = [], Ministries = owners, Expected = expected, DueOn = CaseFiles.Due },
        new StatementApproved { Version = 1, DueOn = CaseFiles.Due },
    ];

    [Fact]
    public void For_MinistryThatAsksBack_ComesBeforeOneThatWantsMoreTime()
    {
        CaseChange[] both =
            [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw),
                new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due), new MinistryAskedBack(Ministry.Ocw)];

        Assert.Equal("Wacht op de ministeries", StepOf(Ans, ToVws).Title);
        Assert.Equal("Beslis over meer tijd", StepOf(Ans, both[..3]).Title);
        Assert.Equal("Beantwoord de wedervraag", StepOf(Ans, both).Title);
        Assert.Equal("oplossing", StepOf(Ans, [.. ToVws, new MinistryAnswered(Ministry.Vws, Late: false)]).Tab);
    }

    [Fact]
    public void For_DisputedOutcome_AnswersTheReporterBeforeAnythingIsShared() =>
        Assert.Equal(("Antwoord de melder", "oplossing", "Naar de reactie"),
            StepOf(Ans, [.. Drafted, new OutcomeDisputed { DueOn = CaseFiles.Due }]));

    [Fact]
    public void For_PublicText_NeedsASecondAnalystAndThenTheReporter()
    {
        Assert.Equal("Deel de oplossing", StepOf(Ans, Decided).Title);
        Assert.Equal(("Wacht op een collega", "publicatie", null), StepOf(Ans, Drafted));
        Assert.Equal(("Beoordeel de publieke tekst", "publicatie", "Lees en beoordeel"), StepOf(Bea, Drafted));
        Assert.Equal("Wacht op de melder", StepOf(Bea, [.. Drafted, new PublicationApproved(1)]).Title);
        Assert.Equal("Antwoord op het bezwaar",
            StepOf(Ans, [.. Drafted, new PublicationApproved(1), new PublicationObjected(1, CaseFiles.Due)]).Title);
        Assert.Equal("Niets meer te doen", StepOf(Ans, [.. Drafted, new PublicationApproved(1), new CasePublished(1)]).Title);
    }

    [Theory]
    [InlineData("teruggekomen", "Zorg dat de melder de uitkomst kent")]
    [InlineData("afgehandeld", "Deel de oplossing")]
    public void For_OutcomeThatDidNotReachTheReporter_IsATaskUntilAColleagueSettlesIt(string state, string title) =>
        Assert.Equal(title, StepOf(Ans, [.. Decided, CaseFiles.Mail(state) with { Key = "outcome.2" }]).Title);

    [Fact]
    public void For_PublicTextThatDidNotReachTheReporter_WaitsForNoTerm() => Assert.Equal("Zorg dat de melder de publieke tekst kent",
        StepOf(Bea, [.. Drafted, new PublicationApproved(1), CaseFiles.Mail("mislukt") with { Key = "publication.3" }]).Title);

    [Fact]
    public void For_PublicTextOfBeforeAReopening_IsWrittenAnew() => Assert.Equal("Deel de oplossing", StepOf(Bea,
        [.. Drafted, new PublicationObjected(1, CaseFiles.Due), new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome()]).Title);

    private static (string Title, string? Tab, string? Button) StepOf(Actor viewer, CaseChange[] changes)
    {
        var step = NextStep.For(CaseFiles.Of(changes).State, viewer);
        return (step.Title, step.Tab, step.Button);
    }
}
