using RegelLoket.Intake;
using RegelLoket.Intake.Drafts;
using RegelLoket.Web;

namespace RegelLoket.Tests.Intake;

/// <summary>A draft is gone on with where the reporter stopped.</summary>
public sealed class DraftPlaceTests
{
    private static readonly Draft Empty = new() { StartedAt = default, KeptUntil = default, ReportKey = "" };

    [Fact]
    public void Of_StoppedOnAPage_IsThatPageWhateverIsOpenBefore() =>
        Assert.Equal(FormStep.Consequences.Address, DraftPlace.Of(Empty with { StoppedAt = FormStep.Consequences.Address }));

    [Fact]
    public void Of_SentHelpedOrJoining_IsTheirPage()
    {
        var stopped = Empty with { StoppedAt = FormStep.Wish.Address };

        Assert.Equal(FormStep.Join.Address, DraftPlace.Of(stopped with { Joining = "item" }));
        Assert.Equal(IntakeRoutes.Helped("item"), DraftPlace.Of(stopped with { Helped = "item" }));
        Assert.Equal(IntakeRoutes.Sent, DraftPlace.Of(stopped with { Sent = new SentReport(null, null, default, null) }));
    }

    [Fact]
    public void After_AnswersThatDoNotHold_StaysOnTheirPage()
    {
        var draft = Empty.With(FormStep.Goal, new FormState().With("titel", "Iets"));

        Assert.Equal(FormStep.Goal.Address, DraftPlace.After(draft, FormStep.Goal, FormStep.Obstacle.Address).StoppedAt);
        Assert.Equal(FormStep.Tried.Address, DraftPlace.After(draft, FormStep.Consequences, FormStep.Tried.Address).StoppedAt);
    }

    [Fact]
    public void IsBeforeSimilar_WordsThatWereNotLookedFor_UntilTheyWereOrTheNextPageIsAnswered()
    {
        var draft = Empty.With(FormStep.Obstacle, new FormState().With("belemmering", "De uitkering stopt."));
        var seen = draft with { SimilarSeen = DraftPlace.SimilarVersion(draft) };

        Assert.False(DraftPlace.IsBeforeSimilar(Empty));
        Assert.True(DraftPlace.IsBeforeSimilar(draft));
        Assert.False(DraftPlace.IsBeforeSimilar(seen));
        Assert.True(DraftPlace.IsBeforeSimilar(seen.With(FormStep.Goal, new FormState().With("titel", "Omscholen met WW"))));
        Assert.False(DraftPlace.IsBeforeSimilar(draft.With(FormStep.Rule, new FormState())));
    }
}
