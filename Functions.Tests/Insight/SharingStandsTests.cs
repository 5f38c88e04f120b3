using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Insight;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Insight;

/// <summary>What became of sharing an outcome.</summary>
public sealed class SharingStandsTests
{
    private static readonly CaseChange[] Shared = [CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1)];

    [Fact]
    public void Of_OutcomeWithoutAText_IsToBeShared() => Assert.Equal(SharingStand.ToShare, Of());

    [Fact]
    public void Of_TextThatIsNotPublicYet_IsToBeShared() => Assert.Equal(SharingStand.ToShare, Of(CaseFiles.Drafted()));

    [Fact]
    public void Of_PublicText_IsShared()
    {
        Assert.Equal(SharingStand.Shared, Of(Shared));
        Assert.Equal(SharingStand.Shared, Of([.. Shared, new CaseClosed()]));
    }

    [Fact]
    public void Of_NewerVersionOfAPublicText_IsShared() => Assert.Equal(SharingStand.Shared, Of([.. Shared, CaseFiles.Drafted(2)]));

    [Fact]
    public void Of_PublicTextOfAnOutcomeThatWasReopened_IsToBeShared() => Assert.Equal(SharingStand.ToShare,
        Of([.. Shared, new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome()]));

    [Fact]
    public void Of_TextThatWasTakenOutOfAClosedCase_IsWithdrawn() => Assert.Equal(SharingStand.Withdrawn,
        Of([.. Shared, new CaseClosed(), new PublicationWithdrawn()]));

    [Fact]
    public void Of_DecisionNotToShare_IsDeclinedAlsoAfterTheCaseCloses()
    {
        var declined = new SharingDeclined(NotSharedReason.OnlyHere);

        Assert.Equal(SharingStand.Declined, Of(declined));
        Assert.Equal(SharingStand.Declined, Of(declined, new CaseClosed()));
    }

    [Fact]
    public void Of_CaseThatClosedWithoutAChoice_IsUnsaid() => Assert.Equal(SharingStand.Unsaid, Of(new CaseClosed()));

    private static SharingStand Of(params CaseChange[] afterTheOutcome) => SharingStands.Of(
        CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Outcome(), .. afterTheOutcome]).State);
}
