using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Attachments;

/// <summary>Who may add files to a case, and how many.</summary>
public sealed class AttachmentRulesTests
{
    [Fact]
    public void Refusal_OneFileLessThanTheMost_IsNone()
    {
        var state = StateOf(Added(CaseAttachment.Most - 1));

        Assert.Null(AttachmentRules.Refusal(state, from: null));
        Assert.Equal(1, AttachmentRules.Room(state));
    }

    [Fact]
    public void Refusal_AsManyFilesAsFit_AsksToTakeOneAway()
    {
        var state = StateOf(Added(CaseAttachment.Most));

        Assert.Contains("Haal er eerst een weg", AttachmentRules.Refusal(state, from: null), StringComparison.Ordinal);
        Assert.Equal(0, AttachmentRules.Room(state));
    }

    [Fact]
    public void Refusal_AfterOneWasTakenAway_IsNone()
    {
        var state = StateOf([.. Added(CaseAttachment.Most), new AttachmentRemoved("0")]);

        Assert.Null(AttachmentRules.Refusal(state, from: null));
        Assert.Equal(1, AttachmentRules.Room(state));
    }

    /// <summary>Each file that was taken away leaves an event, so that these too come to an end.</summary>
    [Fact]
    public void Refusal_AfterFiftyThatWereTakenAway_IsForGood()
    {
        var before = StateOf(AddedAndRemoved(49));
        var after = StateOf(AddedAndRemoved(50));

        Assert.Null(AttachmentRules.Refusal(before, from: null));
        Assert.Contains("geen bestanden meer bij", AttachmentRules.Refusal(after, from: null), StringComparison.Ordinal);
        Assert.Equal(0, AttachmentRules.Room(after));
    }

    [Fact]
    public void Refusal_OfEachSender_CountsItsOwnFiles()
    {
        var state = StateOf([.. Added(CaseAttachment.Most, Ministry.Szw), .. Added(1)]);

        Assert.NotNull(AttachmentRules.Refusal(state, Ministry.Szw));
        Assert.Null(AttachmentRules.Refusal(state, Ministry.Vws));
        Assert.Null(AttachmentRules.Refusal(state, from: null));
        Assert.Equal(CaseAttachment.Most - 1, AttachmentRules.Room(state));
    }

    [Fact]
    public void Refusal_CaseThatWasWithdrawn_IsOfTheReporterAlone()
    {
        var state = StateOf([new CaseWithdrawn()]);

        Assert.NotNull(AttachmentRules.Refusal(state, from: null));
        Assert.Equal(0, AttachmentRules.Room(state));
        Assert.Null(AttachmentRules.Refusal(state, Ministry.Szw));
    }

    private static CaseState StateOf(IEnumerable<CaseChange> changes) =>
        CaseFiles.Of([CaseFiles.Reported(), .. changes]).State;

    private static IEnumerable<CaseChange> Added(int files, Ministry? from = null) => Enumerable.Range(0, files).Select(
        id => new AttachmentAdded { Id = $"{id}", Type = FileType.Pdf, Size = 1, From = from });

    private static IEnumerable<CaseChange> AddedAndRemoved(int files) =>
        Added(files).Cast<AttachmentAdded>().SelectMany(added => new CaseChange[] { added, new AttachmentRemoved(added.Id) });
}
