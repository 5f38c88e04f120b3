using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Library.Publication;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Library;

/// <summary>What the public sees of a case: only what was written for it, and only the version that was published last.</summary>
public sealed class PublicViewTests
{
    private static readonly CaseChange[] Decided =
        [CaseFiles.Reported() with { Region = "Utrecht" }, Analysed("Wet A"), CaseFiles.Escalated(Ministry.Szw), CaseFiles.Outcome()];

    [Fact]
    public void Of_PublishedCase_IsMadeOfThePublicTexts()
    {
        var item = PublicView.Of(Published(), standing: null)!;

        Assert.Equal(("versie 1 titel", "versie 1 probleem", "versie 1 regel", "versie 1 oplossing"),
            (item.Title, item.Problem, item.RuleSays, item.WhatYouMay));
        Assert.Equal(("rr-2026-7kq4m", OutcomeKind.HetKanAl), (item.Id, item.Outcome));
        Assert.Equal([Ministry.Szw, Ministry.Vws], item.Ministries);
        Assert.Equal(["Wet A"], item.Rules.Select(rule => rule.CitationTitle));
        Assert.Equal(CaseFiles.ReportedAt.AddDays(6), item.PublishedAt);
        Assert.Null(item.Region);
    }

    [Fact]
    public void Of_CaseBeforeItIsPublishedOrAfterItWasWithdrawn_IsNone()
    {
        Assert.Null(PublicView.Of(Case(CaseFiles.Drafted()), null));
        Assert.Null(PublicView.Of(Published(new PublicationWithdrawn()), null));
        Assert.Null(PublicView.Of(CaseFiles.Of(CaseFiles.Reported()), null));
    }

    [Fact]
    public void Of_CaseWithANewOutcome_IsNoneUntilItsTextIsNewToo() => Assert.Null(
        PublicView.Of(Published(new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome()), null));

    [Fact]
    public void Of_CaseThatWasReopened_StandsAndSaysSoUntilANewTextIsShared()
    {
        var standing = PublicView.Of(Published(), null)!;
        var reopened = Published(new CaseReopened { DueOn = CaseFiles.Due });
        var decided = Published(new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome(), CaseFiles.Drafted(2));
        var shared = Published(new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome(), CaseFiles.Drafted(2),
            new PublicationApproved(2), new CasePublished(2));

        var item = PublicView.Of(reopened, standing)!;

        Assert.Null(standing.LookedAtAgainSince);
        Assert.Equal((standing.Title, reopened.State.Version), (item.Title, item.CaseVersion));
        Assert.Equal(WorkingDays.DayOf(reopened.Events[^1].At), item.LookedAtAgainSince);
        Assert.Equal(item.LookedAtAgainSince, PublicView.Of(decided, item)!.LookedAtAgainSince);
        Assert.Null(PublicView.Of(shared, item)!.LookedAtAgainSince);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Of_AnswersOnTheEffect_AreCountedOnceEnoughPeopleAnswered(int followers, bool shown)
    {
        CaseChange[] answers =
        [
            .. Enumerable.Range(2, followers).SelectMany(place => (CaseChange[])
            [
                CaseFiles.Joined(place),
                new FollowerEffectAnswered
                {
                    Follower = place, Moment = EffectMoment.ThreeMonths, Noticed = place == 2 ? EffectNoticed.No : EffectNoticed.Yes,
                },
            ]),
        ];

        Assert.Equal(shown ? new PublicTally(5, 4) : null, PublicView.Of(Published(answers), null)!.Tally);
    }

    [Fact]
    public void TallyOfAFactsheet_IsTheSumOverItsCases()
    {
        var own = PublicView.Of(Published(new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No }), null)!;
        var counted = own with { Tally = new PublicTally(8, 7) };
        var sheet = new Factsheet
        {
            Id = "f",
            Title = "",
            Problem = "",
            RuleSays = "",
            WhatYouMay = "",
            Outcome = OutcomeKind.HetKanAl,
            ReviewBefore = CaseFiles.Due,
            PublishedAt = CaseFiles.ReportedAt,
            ModifiedAt = CaseFiles.ReportedAt,
        };

        Assert.Equal(new PublicTally(9, 7), PublicTally.Of(sheet, [own, counted]));
        Assert.Null(PublicTally.Of(sheet, [own]));
        Assert.Equal(counted.Tally, PublicTally.Of(counted, []));
    }

    [Fact]
    public void Of_NewerDraftThatWaits_ShowsTheVersionThatWasPublished()
    {
        var file = Published(CaseFiles.Drafted(2), new PublicationReviewed(CaseFiles.Due.AddYears(3)));

        var item = PublicView.Of(file, null)!;

        Assert.Equal("versie 1 titel", item.Title);
        Assert.Equal(CaseFiles.Due.AddYears(3), item.ReviewBefore);
        Assert.Equal("versie 2 titel", PublicView.Draft(file, CaseFiles.ReportedAt)!.Title);
    }

    [Fact]
    public void Of_NewerDraftThatWasDropped_TellsWhatItToldBefore()
    {
        var before = Published();
        var dropped = Published(CaseFiles.Drafted(2), new PublicationObjected(2, CaseFiles.Due), new PublicationDraftDropped(2));
        var shown = PublicView.Of(before, null)!;

        Assert.True(CasePublisher.IsSame(PublicView.Of(dropped, shown)!, shown));
        Assert.Equal(PublicView.VersionOf(before), PublicView.VersionOf(dropped));
    }

    [Fact]
    public void Of_CaseWhoseTextsWereErased_KeepsWhatThePublicReads()
    {
        var file = Published();
        var standing = PublicView.Of(file, null);
        var erased = file with { Private = new PrivateCase() };

        var item = PublicView.Of(erased, standing)!;

        Assert.Equal((standing!.Title, standing.WhatYouMay), (item.Title, item.WhatYouMay));
        Assert.Null(PublicView.Of(erased, null));
    }

    [Fact]
    public void Of_RuleOfTheOutcome_CountsBeforeThoseOfTheAnalysis()
    {
        var file = CaseFiles.Of([.. Decided[..3], CaseFiles.Outcome() with { Rule = new(null, "Wet B", null, null) },
            CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1)]);

        Assert.Equal(["Wet B"], PublicView.Of(WithTexts(file), null)!.Rules.Select(rule => rule.CitationTitle));
    }

    [Fact]
    public void Trail_OfACaseThatWentToAMinistry_TellsItsStepsWithoutNames()
    {
        var item = PublicView.Of(Published(CaseFiles.Drafted(2), new PublicationApproved(2), new CasePublished(2)), null)!;

        Assert.Equal(["Melding", "Uitgezocht", "Vraag", "Besluit", "Gedeeld", "Bijgewerkt"], item.Trail.Select(step => step.Step));
        Assert.DoesNotContain(item.Trail, step => $"{step.By} {step.What}".Contains("Ans", StringComparison.Ordinal));
        Assert.Contains($"het ministerie van {Ministry.Szw.Label()}.", item.Trail[2].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Trail_OfACaseThatTheDeskSolved_SaysThatNobodyHadToBeAsked()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Analysed("Wet A"), CaseFiles.Outcome(), CaseFiles.Drafted(),
            new PublicationApproved(1), new CasePublished(1));

        var trail = PublicView.Of(WithTexts(file), null)!.Trail;

        Assert.Equal(["Melding", "Uitgezocht", "Vraag", "Antwoord", "Besluit", "Gedeeld"], trail.Select(step => step.Step));
        Assert.Contains("geen ministerie", trail[2].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Trail_OfSeveralMinistries_NamesEachWithItsAnswer()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw), new MinistryAnswered(Ministry.Vws, Late: true),
            new MinistryNotOurs(Ministry.Ocw), CaseFiles.Outcome(), CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1));

        var trail = PublicView.Of(WithTexts(file), null)!.Trail;

        Assert.Contains($"de ministeries {Ministry.Vws.Label()} en {Ministry.Ocw.Label()}.", trail[1].What, StringComparison.Ordinal);
        Assert.Contains("later dan afgesproken", trail[2].What, StringComparison.Ordinal);
        Assert.Equal([$"Ministerie van {Ministry.Vws.Label()}", $"Ministerie van {Ministry.Ocw.Label()}"],
            trail.Where(step => step.Step == "Antwoord").Select(step => step.By));
    }

    [Fact]
    public void VersionOf_WhatTheDeskDoesWithin_ChangesNoItem()
    {
        CaseChange[] within = [CaseFiles.Mail("verzonden"), CaseFiles.AssignedTo("Bea"), new NoteAdded(), new ReporterMessageRead()];
        var before = Published();
        var (item, later) = (PublicView.Of(before, null)!, PublicView.Of(Published(within), null)!);

        Assert.True(CasePublisher.IsSame(later, item));
        Assert.Equal(PublicView.VersionOf(before), PublicView.VersionOf(Published(within)));
    }

    [Fact]
    public void VersionOf_EventsOfAnyKind_MovesOnlyWhereTheItemMayTellMore()
    {
        CaseChange[] asked = [CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw), new ReporterAsked()];
        var before = Published();
        var shown = PublicView.Of(Published(asked), null)!;
        var told = EveryChange.All.Where(change => change is not IExperimentChange).Select(change => Published([.. asked, change]))
            .Where(file => PublicView.Of(file, shown) is { } item && !CasePublisher.IsSame(item, shown)).ToList();

        Assert.Contains(told, file => file.Events[^1].What is EffectAnswered);
        Assert.All(told, file => Assert.Equal(file.State.Version, PublicView.VersionOf(file)));
        Assert.Equal(PublicView.VersionOf(before), PublicView.VersionOf(Published(
            CaseFiles.Joined(2), new ReporterReplied { DueOn = CaseFiles.Due }, new ReporterWrittenTo())));
    }

    [Fact]
    public void Moved_ItemThatTellsTheSame_KeepsItsMomentWhateverHappenedToTheCase()
    {
        var shown = PublicView.Of(Published(), null)!;
        var escalated = Published(CaseFiles.Joined(2), new MinistryAnswered(Ministry.Szw, Late: false), new NoteAdded());
        var told = PublicView.Of(escalated, null)!;

        Assert.True(CasePublisher.IsSame(shown with { CaseVersion = 99 }, shown));
        Assert.Equal(shown.ModifiedAt, CasePublisher.Moved(shown with { CaseVersion = 2 }, shown, escalated).ModifiedAt);
        Assert.Equal(escalated.Events[^2].At, CasePublisher.Moved(told, shown, escalated).ModifiedAt);
    }

    [Fact]
    public void Of_AnswerOfAnOrganisationThatTooFewGave_MovesNothing()
    {
        var before = Published(CaseFiles.Joined(2));
        var after = Published(CaseFiles.Joined(2),
            new FollowerEffectAnswered { Follower = 2, Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes });

        Assert.Equal(PublicView.VersionOf(before), PublicView.VersionOf(after));
        Assert.True(CasePublisher.IsSame(PublicView.Of(after, null)!, PublicView.Of(before, null)!));
    }

    [Fact]
    public void Moved_ItemThatTellsMore_MovesForwardToTheEventBehindIt()
    {
        var shown = PublicView.Of(Published(), null)!;
        var file = Published(new MinistryAnswered(Ministry.Szw, Late: false));
        var item = PublicView.Of(file, null)!;

        Assert.False(CasePublisher.IsSame(item, shown));
        var moved = CasePublisher.Moved(item, shown, file);
        Assert.Equal(file.Events[^1].At, moved.ModifiedAt);
        Assert.True(CasePublisher.IsSame(item, moved));
    }

    [Fact]
    public void Effects_ThatTheReporterNoticed_AreShownWithTheirDay()
    {
        var answered = new EffectAnswered { Moment = EnumNames.All<EffectMoment>()[0], Noticed = EnumNames.All<EffectNoticed>()[0] };

        var item = PublicView.Of(Published(answered), null)!;

        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(7)), Assert.Single(item.Effects).On);
        Assert.Equal(CaseFiles.ReportedAt.AddDays(7), item.ModifiedAt);
    }

    [Fact]
    public void Preview_OfWhatIsTyped_ShowsTheRegionOnlyWhenAsked()
    {
        var file = Case();
        var input = new PublicationRequest { Title = "Titel\n", Problem = "P", RuleSays = "R", WhatYouMay = "M" };

        var hidden = PublicView.Preview(file, input, CaseFiles.Due, CaseFiles.ReportedAt)!;
        var shown = PublicView.Preview(file, input with { ShowRegion = true, FrontRunner = "leren" }, CaseFiles.Due, CaseFiles.ReportedAt)!;

        Assert.Equal(("Titel", null), (hidden.Title, hidden.Region));
        Assert.Equal("Utrecht", shown.Region);
        Assert.Equal(["leren"], shown.FrontRunners);
        Assert.Null(PublicView.Preview(CaseFiles.Of(CaseFiles.Reported()), input, CaseFiles.Due, CaseFiles.ReportedAt));
    }

    private static ContextAnalysed Analysed(string rule) => new()
    { Source = RuleSource.Wet, Rules = [new("BWBR0006251", rule, "35", null)], Ministries = [Ministry.Vws], DueOn = CaseFiles.Due };

    private static CaseFile Published(params CaseChange[] after) =>
        Case([CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1), .. after]);

    private static CaseFile Case(params CaseChange[] after) => WithTexts(CaseFiles.Of([.. Decided, .. after]));

    /// <summary>Each version with its own public texts.</summary>
    private static CaseFile WithTexts(CaseFile file)
    {
        foreach (var e in file.Events.Where(e => e.What is PublicationDrafted).ToList())
        {
            var version = $"versie {((PublicationDrafted)e.What).Version}";
            file = file.WithText(e.Number, TextNames.PublicTitle, $"{version} titel")
                .WithText(e.Number, TextNames.PublicProblem, $"{version} probleem")
                .WithText(e.Number, TextNames.PublicRule, $"{version} regel")
                .WithText(e.Number, TextNames.PublicSolution, $"{version} oplossing");
        }

        return file;
    }
}
