using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>How far a public text has come: what waits, what is in the library, and what an older version still shows.</summary>
public sealed class CasePublicationTests
{
    [Fact]
    public void Draft_FirstVersion_IsUnderWayAndNotPublic()
    {
        var publication = Of(CaseFiles.Drafted());

        Assert.True(publication is { IsUnderWay: true, IsPublic: false, WasPublic: false, IsPublicInAnOlderVersion: false });
        Assert.Equal(3, publication.Text(TextNames.PublicTitle).Event);
    }

    [Fact]
    public void Published_Version_IsPublicAndNoLongerUnderWay()
    {
        var publication = Of(CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1));

        Assert.True(publication is { IsUnderWay: false, IsPublic: true, IsObjectedTo: false });
    }

    [Fact]
    public void NewVersion_OfAPublicText_LeavesTheOlderOneInTheLibrary()
    {
        var publication = Of(CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1), CaseFiles.Drafted(2));

        Assert.True(publication is { Version: 2, IsUnderWay: true, IsPublic: true, IsPublicInAnOlderVersion: true, WasPublic: true });
        Assert.Null(publication.ApprovedAt);
    }

    [Fact]
    public void Objection_OfTheReporter_StopsTheTextUntilANewVersion()
    {
        var objected = Of(CaseFiles.Drafted(), new PublicationApproved(1), new PublicationObjected(1, CaseFiles.Due));
        var again = Of(CaseFiles.Drafted(), new PublicationApproved(1), new PublicationObjected(1, CaseFiles.Due), CaseFiles.Drafted(2));

        Assert.True(objected is { IsUnderWay: false, IsObjectedTo: true });
        Assert.True(again is { IsUnderWay: true, IsObjectedTo: false });
    }

    [Fact]
    public void Withdrawal_OfAPublicText_TakesItOutForGood()
    {
        var publication = Of(CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1), new PublicationWithdrawn());

        Assert.True(publication is { IsPublic: false, IsUnderWay: false });
        Assert.NotNull(publication.WithdrawnAt);
    }

    [Fact]
    public void Drop_OfANewerVersion_LeavesThePublicOneAsItWas()
    {
        CaseChange[] shared = [CaseFiles.Drafted(), new PublicationApproved(1), new CasePublished(1)];
        var reviewed = new PublicationReviewed(CaseFiles.Due.AddYears(3));

        var before = Of([.. shared, reviewed]);
        var after = Of([.. shared, CaseFiles.Drafted(2), new PublicationObjected(2, CaseFiles.Due), CaseFiles.Drafted(3), reviewed,
            new PublicationDraftDropped(3)]);

        Assert.Equal(before, after);
        Assert.True(after is { Version: 1, IsPublic: true, IsPublicInAnOlderVersion: false, IsObjectedTo: false, Standing: null });
    }

    [Fact]
    public void Drop_OfANewerVersion_EndsTheCaseAsSharing()
    {
        var state = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Drafted(), new PublicationApproved(1),
            new CasePublished(1), CaseFiles.Drafted(2), new PublicationObjected(2, CaseFiles.Due), new PublicationDraftDropped(2)).State;

        Assert.Equal((CaseStatus.Shared, null, true), (state.Status, state.DueOn, state.ClosedAt is not null));
    }

    [Fact]
    public void Reopening_OfTheCase_MakesTheTextOutdated()
    {
        var publication = Of(CaseFiles.Drafted(), new CaseReopened { DueOn = CaseFiles.Due });

        Assert.True(publication is { IsOutdated: true, IsUnderWay: false });
    }

    [Theory]
    [InlineData("receipt.1", "receipt.1")]
    [InlineData("receipt.1.opnieuw-1", "receipt.1")]
    [InlineData("receipt.1.opnieuw-12", "receipt.1")]
    [InlineData("opnieuw", "opnieuw")]
    public void RootOf_KeyOfAMail_IsTheKeyOfItsFirst(string key, string expected) => Assert.Equal(expected, MailKeys.RootOf(key));

    private static CasePublication Of(params CaseChange[] changes) =>
        CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Outcome(), .. changes]).State.Publication!;
}
