using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Experiments.Participation;

namespace RegelLoket.Tests.Privacy;

public sealed class RetentionProjectionTests
{
    private static readonly CaseChange[] Closed = [CaseFiles.Reported(), CaseFiles.Outcome(), new CaseClosed()];

    [Fact]
    public void EndOf_OpenCase_IsNone()
    {
        Assert.Null(RetentionProjection.EndOf(CaseFiles.Of(CaseFiles.Reported())));
        Assert.Null(RetentionProjection.EndOf(
            CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new OutcomeDisputed { DueOn = CaseFiles.Due })));
    }

    [Fact]
    public void EndOf_CaseThatWaitsUntilItsOutcomeIsShared_IsTheDayOfTheOutcome()
    {
        var waiting = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome());

        Assert.True(waiting.State.IsOpen);
        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(1)), RetentionProjection.EndOf(waiting));
    }

    [Fact]
    public void EndOf_QuestionsMailsAndErasuresAfterTheEnd_MoveNothing()
    {
        var end = WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(1));

        Assert.Equal(end, RetentionProjection.EndOf(CaseFiles.Of(Closed)));
        Assert.Equal(end, RetentionProjection.EndOf(CaseFiles.Of(
            [.. Closed, new EffectAsked(EffectMoment.ThreeMonths), CaseFiles.Mail("verzonden"),
                new DataErased { What = ErasedData.Reporter, Ground = ErasureGround.Term }])));
    }

    public static TheoryData<CaseChange> ActsOfOthers =>
    [
        new CaseAssigned { From = null, To = "Bea" }, CaseFiles.Drafted(),
        new PublicationReviewed(CaseFiles.Due), CaseFiles.Joined(2), new ContactChanged { Follower = 2, Reachable = true },
        new FollowCodeRenewed { Follower = 2, FollowCodeHash = "" }, new FollowCodeOffered { Follower = 2, FollowCodeHash = "" },
        new CaseLinked(CaseFiles.Number), new CaseUnlinked(CaseFiles.Number), new OtherCaseMerged(CaseFiles.Number), new NoteAdded(),
        new ExperimentStarted { Experiment = 1, Branche = Branche.Ouderenzorg, Themes = [] },
    ];

    [Theory]
    [MemberData(nameof(ActsOfOthers))]
    public void EndOf_WhatOthersDoAfterTheEnd_MovesNothing(CaseChange act)
    {
        CaseChange[] shared = [CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1)];

        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(1)), RetentionProjection.EndOf(CaseFiles.Of([.. shared, act])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EndOf_WhatTheReporterDoesAfterTheEnd_BeginsTheTermAnew(bool contact)
    {
        CaseChange own = contact ? new ContactChanged { Reachable = true } : new ReporterReplied();

        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(3)), RetentionProjection.EndOf(CaseFiles.Of([.. Closed, own])));
    }

    [Fact]
    public void FactsOf_AFollower_AreApartFromTheCaseAndCountFromTheirOwnSteps()
    {
        var file = CaseFiles.Of([.. Closed, CaseFiles.Joined(2), new ContactChanged { Follower = 2, Reachable = true }])
            .WithText(4, TextNames.Consequences, "Bij ons ook");
        file = file with
        {
            Private = file.Private.WithContact(null, null).WithContact(2, new ReporterContact { Email = CaseFiles.Address })
        };

        var facts = RetentionProjection.FactsOf(file);

        Assert.True(facts is { HoldsReporter: false, HoldsTexts: false });
        Assert.Equal([new FollowerFacts(2, WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(4)), true, true)], facts.Followers);
    }

    [Fact]
    public void FactsOf_WhatAColleagueWroteAfterTheEnd_IsTheNewestWriting() => Assert.Equal(
        WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(3)),
        RetentionProjection.FactsOf(CaseFiles.Of([.. Closed, new NoteAdded()]).WithText(4, TextNames.Note, "Gebeld")).WrittenOn);

    [Fact]
    public void EndOf_SomethingSaidAfterTheEnd_BeginsTheTermAnew()
    {
        CaseChange[] answered = [.. Closed, new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes }];

        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(3)), RetentionProjection.EndOf(CaseFiles.Of(answered)));
    }

    [Fact]
    public void FactsOf_WhatTheCaseHolds_TellsPeopleAndTextsApart()
    {
        var file = CaseFiles.Of(Closed);
        var nobody = file with { Private = new PrivateCase() };

        Assert.True(RetentionProjection.FactsOf(file) is { HoldsReporter: true, HoldsTexts: false });
        Assert.True(RetentionProjection.FactsOf(nobody.WithText(1, TextNames.Title, "Insuline")) is
        {
            HoldsReporter: false,
            HoldsTexts: true
        });
        Assert.True(RetentionProjection.FactsOf(nobody with { Private = nobody.Private.WithSecret("volgcode", "geheim") }).HoldsReporter);
        Assert.True(RetentionProjection.FactsOf(nobody with { Private = nobody.Private.WithAddress("collega.vws", CaseFiles.Address) })
            .HoldsReporter);
        Assert.True(RetentionProjection.FactsOf(
            nobody with { Private = nobody.Private.WithContact(2, new ReporterContact { Telephone = "0612345678" }) })
            is { HoldsReporter: false, Followers: [{ Place: 2, HoldsContact: true, HoldsTexts: false }] });
    }

    [Fact]
    public void Of_APerson_FindsTheCaseUntilTheAddressIsGone()
    {
        var projection = new RetentionProjection();
        var file = CaseFiles.Of(Closed);
        Assert.True(EmailAddress.TryParse("MELDER@example.org", out var shouted));

        projection.Apply(file);
        Assert.Equal([file.Number], projection.Of(shouted));

        projection.Apply(file with { Private = new PrivateCase() });
        Assert.Empty(projection.Of(shouted));
    }

    [Fact]
    public void FactsOf_AParticipant_CountFromTheNewestStepOfTheExperiment()
    {
        var file = Experimenting.After((Experimenting.Invited(), Experimenting.Ans));

        var facts = RetentionProjection.FactsOf(file);

        var participant = Assert.Single(facts.Followers);
        Assert.Equal((CasePerson.Participating(1), WorkingDays.DayOf(file.Events[^1].At)), (participant.Person, participant.Since));
        Assert.False(facts.HoldsReporter);
        Assert.Single(facts.PersonHashes);
    }
}
