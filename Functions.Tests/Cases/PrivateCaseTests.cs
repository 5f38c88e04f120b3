using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>Which texts belong to a case, and when somebody may still be writing.</summary>
public sealed class PrivateCaseTests
{
    private static readonly CaseFile File = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded()).WithText(2, TextNames.Note, "wel");

    [Fact]
    public void OnlyWhat_TextsThatNoEventVouchesFor_AreLeftOut()
    {
        var held = File.Private.With(3, Texts("van een ander")).With(1, Texts("nooit vastgelegd"));

        var shown = held.OnlyWhat(File.Events);

        Assert.Equal("wel", shown.Find(new TextReference(2, TextNames.Note)));
        Assert.Null(shown.Find(new TextReference(3, TextNames.Note)));
        Assert.Null(shown.Find(new TextReference(1, TextNames.Note)));
    }

    [Fact]
    public void OnlyWhat_AlteredText_IsLeftOut()
    {
        var altered = File.Private.Texts[2][TextNames.Note] with { Text = "niet" };
        var held = File.Private.With(2, new Dictionary<string, PrivateText> { [TextNames.Note] = altered });

        Assert.Null(held.OnlyWhat(File.Events).Find(new TextReference(2, TextNames.Note)));
    }

    [Fact]
    public void IsAheadOf_ChangedForAnEventThatIsNotStored_IsTrueUntilItIs()
    {
        Assert.False(File.Private.IsAheadOf(File.Events));
        Assert.True((File.Private with { Awaits = 3 }).IsAheadOf(File.Events));
        Assert.False((File.Private with { Awaits = 2 }).IsAheadOf(File.Events));
        Assert.True(File.Private.With(3, Texts("van een ander")).IsAheadOf(File.Events));
    }

    [Fact]
    public void Lacks_MissingText_IsTrueUnlessItWasErasedSince()
    {
        var erased = new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request };

        Assert.False(File.Private.Lacks(File.Events));
        Assert.True(new PrivateCase().Lacks(File.Events));
        Assert.False(new PrivateCase().Lacks([.. File.Events, CaseFiles.EventOf(erased, 3)]));
    }

    [Fact]
    public void WithContact_NothingLeftOfIt_LeavesThePlaceOut()
    {
        var held = new PrivateCase().WithContact(2, new ReporterContact { Email = CaseFiles.Address })
            .WithContact(null, new ReporterContact { Name = "Mel" });

        Assert.Equal(CaseFiles.Address, held.ContactOf(2)?.Email);
        Assert.Null(held.WithContact(2, new ReporterContact()).ContactOf(2));
        Assert.Null(held.WithContact(null, null).Reporter);
        Assert.NotNull(held.WithContact(2, null).Reporter);
    }

    private static Dictionary<string, PrivateText> Texts(string text) => new() { [TextNames.Note] = PrivateText.Of(text) };
}
