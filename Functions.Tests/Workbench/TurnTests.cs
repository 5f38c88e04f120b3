using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Editing;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>Whose turn it is: one rule behind the panel, the tab, its count, its empty state and the overview by mail.</summary>
public sealed class TurnTests
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans", "id-ans");
    private static readonly Actor Bea = new(ActorRole.Analyst, "Bea", "id-bea");
    private static readonly Actor Coo = new(ActorRole.Coordinator, "Coo", "id-coo");
    private static readonly CaseAssigned ToAns = new() { From = null, To = "Ans", ToId = "id-ans" };
    private static readonly OutcomeDetermined Decided = CaseFiles.Outcome();

    /// <summary>What others send about a case, with the first words of what it asks for.</summary>
    public static TheoryData<string, CaseChange[]> Signals => new()
    {
        { "Beantwoord de wedervraag", [CaseFiles.Escalated(Ministry.Vws), new MinistryAskedBack(Ministry.Vws)] },
        { "Beslis hoe je verdergaat", [new ReporterAsked(), new ReporterSilent()] },
        { "Beslis over meer tijd", [CaseFiles.Escalated(Ministry.Vws), new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due)] },
        { "Lees de mail van VWS", [CaseFiles.Escalated(Ministry.Vws), Mailed()] },
        { "Lees de mail van VWS", [CaseFiles.Escalated(Ministry.Vws), Decided, Mailed(), new CaseClosed()] },
        { "Antwoord de melder", [Decided, new OutcomeDisputed { DueOn = CaseFiles.Due }] },
        { "Antwoord de melder", [Decided, new CaseClosed(), NotNoticed()] },
        { "Antwoord op het bezwaar", [Decided, CaseFiles.Drafted(), new PublicationObjected(1, CaseFiles.Due)] },
        { "Deel de tekst", [Decided, CaseFiles.Drafted(), new PublicationApproved(1), new PublicationAgreed(1)] },
        { "Zorg dat de melder de uitkomst kent", [Decided, CaseFiles.Mail("teruggekomen") with { Key = "outcome.3" }] },
    };

    [Theory]
    [MemberData(nameof(Signals))]
    public void IsFor_WhatOthersSent_IsForTheHandlerAlone(string title, CaseChange[] changes)
    {
        var state = CaseFiles.Of([CaseFiles.Reported(), ToAns, .. changes]).State;

        Assert.Equal((title, true), Seen(state, Ans));
        Assert.Equal((title, false), Seen(state, Bea));
        Assert.Equal((title, false), Seen(state, Coo));
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void IsFor_WhatOthersSentToACaseOfNobody_IsForEverybody(string title, CaseChange[] changes)
    {
        // The mail of an outcome bears the number of its event.
        var state = CaseFiles.Of([CaseFiles.Reported(), CaseFiles.AssignedTo(null), .. changes]).State;

        Assert.Equal((title, true), Seen(state, Bea));
    }

    [Fact]
    public void IsFor_EffectNo_SaysThatTheReporterNoticesNothing() => Assert.Equal("De melder merkt niets van de uitkomst.",
        NextStep.For(CaseFiles.Of(CaseFiles.Reported(), ToAns, Decided, new CaseClosed(), NotNoticed()).State, Ans).Explanation);

    [Fact]
    public void IsFor_StatementOfTheHandler_IsForEverybodyElse()
    {
        var state = Told(Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans),
            Event(new StatementWritten { Version = 1, DueOn = CaseFiles.Due }, Ans));

        Assert.Equal(("Wacht op een collega", false), Seen(state, Ans));
        Assert.Equal(("Beoordeel de probleemstelling", true), Seen(state, Bea));
        Assert.Equal(("Beoordeel de probleemstelling", true), Seen(state, Coo));
    }

    [Fact]
    public void IsFor_StatementByAnotherThanTheHandler_IsForTheHandlerToo()
    {
        var state = Told(Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans),
            Event(new StatementWritten { Version = 1, DueOn = CaseFiles.Due }, Bea));

        Assert.True(Seen(state, Ans).IsYours);
        Assert.False(Seen(state, Bea).IsYours);
    }

    [Fact]
    public void IsFor_PublicText_IsForEverybodyButItsAuthorByTheId()
    {
        var state = Told(Event(CaseFiles.Reported(), Actor.Reporter), Event(Decided, Ans), Event(CaseFiles.Drafted(), Ans));

        Assert.False(Seen(state, Ans with { Name = "Ans de Vries" }).IsYours);
        Assert.Equal(("Beoordeel de publieke tekst", true), Seen(state, new Actor(ActorRole.Analyst, "Ans", "id-of-a-namesake")));
    }

    [Fact]
    public void IsFor_TextOnAnExperiment_IsForEverybodyButItsAuthorAlsoAfterTheEnd()
    {
        CaseEvent[] drafted =
        [
            Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans), Event(Decided, Ans),
            Event(new SharingDeclined(NotSharedReason.OnlyHere), Ans), Event(new CaseClosed(), Actor.System),
            Event(new ExperimentStarted { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] }, Ans),
            Event(new ExperimentDrafted { Experiment = 1, Version = 1 }, Ans),
        ];

        Assert.Equal(("Wacht op een collega", false), Seen(Told(drafted), Ans));
        Assert.Equal(("Beoordeel de tekst over experiment 1", true), Seen(Told(drafted), Bea));
        Assert.Equal(("Beoordeel de tekst over experiment 1", true), Seen(Told(drafted), Coo));
        CaseChange[] ends = [new ExperimentShared { Experiment = 1, Version = 1 }, new ExperimentWithdrawn { Experiment = 1 },
            new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }];
        Assert.All(ends, end => Assert.False(Seen(Told([.. drafted, Event(end, Bea)]), Bea).IsYours));
    }

    [Fact]
    public void IsFor_ProposalForTheLibrary_IsForEverybodyButItsAuthorByTheId()
    {
        var proposal = Turn.Of(new Edition { Id = "tekst", Version = 1, What = EditionKind.Proposed, By = Coo, At = CaseFiles.ReportedAt });

        Assert.True(proposal.IsFor(Ans, handler: null));
        Assert.True(proposal.IsFor(Coo with { Id = "id-of-a-namesake" }, handler: null));
        Assert.False(proposal.IsFor(Coo with { Name = "Coo de Vries" }, handler: null));
    }

    [Fact]
    public void IsFor_OutcomeThatIsNotSharedYet_IsForTheHandlerUntilItIsDecided()
    {
        var undecided = CaseFiles.Of(CaseFiles.Reported(), ToAns, Decided).State;
        var declined = CaseFiles.Of(CaseFiles.Reported(), ToAns, Decided, new SharingDeclined(NotSharedReason.OnlyHere)).State;

        Assert.Equal(("Deel de oplossing", true), Seen(undecided, Ans));
        Assert.Equal(("Deel de oplossing", false), Seen(undecided, Bea));
        Assert.Equal(("Wacht op de melder", false), Seen(declined, Ans));
    }

    [Fact]
    public void IsFor_WorkOfTheHandler_IsForNobodyElseAndForNobodyInACaseOfNobody()
    {
        Assert.Equal(("Leg de context vast", true), Seen(CaseFiles.Of(CaseFiles.Reported(), ToAns).State, Ans));
        Assert.False(Seen(CaseFiles.Of(CaseFiles.Reported(), ToAns).State, Bea).IsYours);
        Assert.False(Seen(CaseFiles.Of(CaseFiles.Reported(), ToAns, CaseFiles.AssignedTo(null)).State, Ans).IsYours);
        Assert.Equal(("Pak de zaak op", false), Seen(CaseFiles.Of(CaseFiles.Reported()).State, Ans));
    }

    [Fact]
    public void IsFor_WaitingForSomebodyElse_IsForNobody()
    {
        Assert.False(Seen(CaseFiles.Of(CaseFiles.Reported(), ToAns, new ReporterAsked()).State, Ans).IsYours);
        Assert.False(Seen(CaseFiles.Of(CaseFiles.Reported(), ToAns, CaseFiles.Escalated(Ministry.Vws)).State, Ans).IsYours);
    }

    [Fact]
    public void IsFor_MessageBesideAStatement_KeepsTheStatementWithTheSecondAnalyst()
    {
        var state = Told(Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans),
            Event(new StatementWritten { Version = 1, DueOn = CaseFiles.Due }, Ans), Event(new ReporterReplied(), Actor.Reporter));

        Assert.Equal(("Lees het bericht van de melder", true), Seen(state, Ans));
        Assert.Equal(("Beoordeel de probleemstelling", true), Seen(state, Bea));
    }

    [Theory]
    [InlineData(CaseStatus.Analysing)]
    [InlineData(CaseStatus.Closed)]
    public void IsFor_MessageOfTheReporter_WaitsUntilItIsReadAlsoAfterTheEnd(CaseStatus status)
    {
        List<CaseEvent> events = [Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans)];
        if (status == CaseStatus.Closed)
        {
            events.AddRange([Event(Decided, Ans), Event(new CaseClosed(), Actor.System)]);
        }

        events.Add(Event(new ReporterReplied(), Actor.Reporter));
        var unread = Told([.. events]);

        Assert.Equal(status, unread.Status);
        Assert.Equal(("Lees het bericht van de melder", true), Seen(unread, Ans));
        Assert.False(Seen(unread, Bea).IsYours);
        Assert.Null(Told([.. events, Event(new ReporterMessageRead(), Ans)]).UnreadSince);
        Assert.Null(Told([.. events, Event(new NoteAdded(), Ans)]).UnreadSince);
        Assert.NotNull(Told([.. events, Event(new NoteAdded(), Bea)]).UnreadSince);
        Assert.NotNull(Told([.. events, Event(new CaseAssigned { From = "Ans", To = "Bea", ToId = "id-bea" }, Ans)]).UnreadSince);
        Assert.NotNull(Told([.. events, Event(CaseFiles.Mail("afgehandeld"), Ans)]).UnreadSince);
    }

    [Property]
    public void Next_OfAnyHistory_IsOneStepAndNeverYoursWithoutAWayToDoIt(int[] choices)
    {
        var state = Histories.Of(choices).State;
        var turns = Turn.Of(state);

        foreach (var viewer in new[] { Ans, Bea, Coo, new Actor(ActorRole.Analyst, "Ans") })
        {
            var step = NextStep.For(state, viewer);
            Assert.Equal(turns.Any(turn => turn.IsFor(viewer, state.HandledBy)), step.IsYours);
            Assert.True(!step.IsYours || step is { Button: not null, Tab: not null }, $"{state.Status}: {step}");
        }
    }

    private static MinistryMailed Mailed() => new(Ministry.Vws, "hash", IsProven: true);

    private static EffectAnswered NotNoticed() =>
        new() { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = CaseFiles.Due };

    [Fact]
    public void IsFor_WhatAnOrganisationWrote_IsForTheHandlerAlsoAfterTheEnd()
    {
        var state = Told(Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans), Event(Decided, Ans),
            Event(new CaseClosed(), Actor.System),
            Event(new ExperimentStarted { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] }, Ans),
            Event(new ExperimentNoted { Experiment = 1, Round = 1, Phase = ExperimentPhase.Explore }, Actor.Participant));

        Assert.Equal(("Lees wat de deelnemer aan experiment 1 schreef", true), Seen(state, Ans));
        Assert.False(Seen(state, Bea).IsYours);
        Assert.Equal("/werkbank/zaken/RR-2026-7KQ4M/experimenten/1", NextStep.For(state, Ans).AddressIn(CaseFiles.Number));
    }

    [Fact]
    public void IsFor_LessonsAndTheirText_GoFromTheHandlerToEverybodyElse()
    {
        List<CaseEvent> ended =
        [
            Event(CaseFiles.Reported(), Actor.Reporter), Event(ToAns, Ans), Event(Decided, Ans), Event(new CaseClosed(), Actor.System),
            Event(new ExperimentStarted { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] }, Ans),
            Event(new ExperimentNoted { Experiment = 1, Round = 1, Phase = ExperimentPhase.Explore }, Actor.Participant),
            Event(new ExperimentEnded { Experiment = 1, Result = ExperimentResult.Stopped }, Actor.Participant),
            Event(new ExperimentRead(1), Ans),
        ];

        Assert.Equal(("Schrijf de lessen van experiment 1 op", true), Seen(Told([.. ended]), Ans));
        var drafted = Told([.. ended, Event(new ExperimentDrafted { Experiment = 1, Version = 1 }, Ans)]);
        Assert.Equal(("Wacht op een collega", false), Seen(drafted, Ans));
        Assert.Equal(("Beoordeel de tekst over experiment 1", true), Seen(drafted, Bea));
    }

    private static (string Title, bool IsYours) Seen(CaseState state, Actor viewer)
    {
        var step = NextStep.For(state, viewer);
        return (step.Title, step.IsYours);
    }

    private static CaseEvent Event(CaseChange what, Actor by) => CaseFiles.EventOf(what, 1) with { By = by };

    private static CaseState Told(params CaseEvent[] events) => events.Select((e, i) => e with { Number = i + 1, At = e.At.AddDays(i) })
        .Aggregate(new CaseState { Number = CaseFiles.Number }, (state, e) => state.After(e));
}
