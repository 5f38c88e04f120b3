using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Publication;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Library;

/// <summary>When a public text may go into the library.</summary>
public sealed class PublicationRulesTests
{
    private static readonly DateOnly Over = CaseFiles.Due.AddDays(1);
    private static readonly CaseChange[] Approved =
        [CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Drafted(), new PublicationApproved(1)];

    [Fact]
    public void WhyNotDrop_NewerVersion_MayGoOnlyWhereThePublicOneStillHolds()
    {
        CaseChange[] waiting = [.. Approved, new CasePublished(1), CaseFiles.Drafted(2)];
        CaseChange[] objected = [.. waiting, new PublicationObjected(2, CaseFiles.Due)];
        CaseChange[] decidedAnew = [.. objected, new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome(), CaseFiles.Drafted(3)];

        Assert.All([waiting, objected], changes => Assert.Null(PublicationRules.WhyNotDrop(CaseFiles.Of(changes).State)));
        Assert.All([Approved, waiting[..^1], decidedAnew, [.. waiting, new PublicationWithdrawn { KeepsDraft = true }]],
            changes => Assert.NotNull(PublicationRules.WhyNotDrop(CaseFiles.Of(changes).State)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("verzonden", true)]
    [InlineData("afgeleverd", true)]
    [InlineData("als-spam-gemeld", true)]
    [InlineData("vervallen", true)]
    [InlineData("afgehandeld", true)]
    [InlineData("mislukt", false)]
    [InlineData("teruggekomen", false)]
    public void WhyNot_TermOver_AsksThatTheReporterWasToldOrThatAColleagueKnows(string? mail, bool may)
    {
        var file = CaseFiles.Of([.. Approved, .. mail is null ? Array.Empty<CaseChange>() : [Offered(mail)]]);

        Assert.Equal(may, PublicationRules.WhyNot(file, Over) is null);
        Assert.NotNull(PublicationRules.WhyNot(file, CaseFiles.Due));
    }

    [Fact]
    public void WhyNot_NobodyToTellOrAgreed_AsksForNoMail()
    {
        var anonymous = CaseFiles.Of([CaseFiles.Reported(anonymous: true), .. Approved[1..]]);
        var erased = CaseFiles.Of(Approved) with { Private = new PrivateCase() };

        Assert.Null(PublicationRules.WhyNot(anonymous, Over));
        Assert.Null(PublicationRules.WhyNot(erased, Over));
        Assert.Null(PublicationRules.WhyNot(CaseFiles.Of([.. Approved, new PublicationAgreed(1)]), CaseFiles.Due));
    }

    [Fact]
    public void WhyNot_TextOfAnOutcomeThatNoLongerHolds_NeedsANewVersion()
    {
        CaseChange[] again = [.. Approved, Offered("verzonden"), new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome()];

        Assert.Contains("heropend", PublicationRules.WhyNot(CaseFiles.Of(again), Over), StringComparison.Ordinal);
        Assert.Null(PublicationRules.WhyNot(
            CaseFiles.Of([.. again, CaseFiles.Drafted(2), new PublicationApproved(2), new PublicationAgreed(2)]), Over));
    }

    private static MailRecorded Offered(string state) =>
        new() { Key = "publication.3", Kind = MailKind.PublicationToReporter.Slug(), State = state };
}
