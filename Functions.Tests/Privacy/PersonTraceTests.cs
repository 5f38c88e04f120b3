using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Experiments.Participation;

namespace RegelLoket.Tests.Privacy;

public sealed class PersonTraceTests
{
    private static readonly EmailAddress Joiner = Address("volger@example.org");
    private static readonly CasePerson Follower = CasePerson.Following(2);
    private static readonly CasePerson Colleague = new(PersonPart.Colleague, null, "collega.vws");

    [Fact]
    public void Find_AddressInAnyPart_NamesEachPartWhateverTheCase()
    {
        var held = File().Private.WithContact(3, new ReporterContact { Email = CaseFiles.Address })
            .WithAddress("collega.ocw", Address("MELDER@example.org"));

        Assert.Equal(
            [CasePerson.Reporter, CasePerson.Following(3), new CasePerson(PersonPart.Colleague, null, "collega.ocw")],
            PersonTrace.Find(held, Address("Melder@Example.org")));
        Assert.Empty(PersonTrace.Find(held, Address("iemand@example.org")));
    }

    [Fact]
    public void WordsOf_ReporterAndFollower_AreTheirOwn()
    {
        var file = File();

        Assert.Equal(["Insuline"], PersonTrace.WordsOf(file, CasePerson.Reporter).Select(word => word.Text));
        Assert.Equal(["Bij ons ook"], PersonTrace.WordsOf(file, Follower).Select(word => word.Text));
        Assert.Empty(PersonTrace.WordsOf(file, Colleague));
    }

    [Fact]
    public void Without_TextsOfTheReporter_LeavesTheWordsOfAFollower()
    {
        var left = Without(CasePerson.Reporter, ErasedData.Texts);

        Assert.Null(left.Reporter);
        Assert.Equal([3], left.Texts.Keys);
        Assert.Equal(Joiner, left.Followers[2].Email);
        Assert.Equal([ProtectedSecrets.FollowCodeOf(2)], left.Secrets.Keys);
    }

    [Fact]
    public void Without_TextsOfAFollower_LeavesTheReporterAndTheCase()
    {
        var left = Without(Follower, ErasedData.Texts);

        Assert.Equal([1, 2], left.Texts.Keys.Order());
        Assert.Empty(left.Followers);
        Assert.Equal(CaseFiles.Address, left.Reporter!.Email);
        Assert.Equal([ProtectedSecrets.FollowCodeOf(null)], left.Secrets.Keys);
    }

    [Fact]
    public void Without_Participant_TakesTheirDataAlone_AndNobodyElsesErasureTakesIt()
    {
        var person = CasePerson.Participating(1);
        var file = Experimenting.After((Experimenting.Noted(ExperimentPhase.Explore), Actor.Participant))
            .WithText(5, TextNames.Note, "Wij deden dit");
        file = file with { Private = file.Private.WithSecret(ProtectedSecrets.ExperimentLinkOf(1), "code") };

        Assert.Equal([person], PersonTrace.Find(file.Private, CaseFiles.Address));
        Assert.Equal(["Wij deden dit"], PersonTrace.WordsOf(file, person).Select(word => word.Text));
        var left = PersonTrace.Without(file, file.Private, person, ErasedData.Texts);
        Assert.Empty(left.Participants);
        Assert.Empty(left.Texts);
        Assert.Empty(left.Secrets);
        foreach (var other in new[] { null, CasePerson.Reporter })
        {
            var kept = PersonTrace.Without(file, file.Private, other, ErasedData.Texts);
            Assert.Equal((1, 1, 1), (kept.Participants.Count, kept.Texts.Count, kept.Secrets.Count));
        }
    }

    [Fact]
    public void Without_AddressOfAColleague_TakesThatAlone()
    {
        var left = Without(Colleague, ErasedData.Texts);

        Assert.Empty(left.Addresses);
        Assert.Equal((3, 2), (left.Texts.Count, left.Secrets.Count));
        Assert.NotNull(left.Reporter);
    }

    [Theory]
    [InlineData(ErasedData.Reporter, 3)]
    [InlineData(ErasedData.Texts, 1)]
    public void Without_Everybody_LeavesTheFollowersAloneAndTheTextsOnlyWhenAsked(ErasedData what, int texts)
    {
        var left = Without(person: null, what);

        Assert.True(left is { Reporter: null, Addresses.Count: 0 });
        Assert.Equal([ProtectedSecrets.FollowCodeOf(2)], left.Secrets.Keys);
        Assert.Equal(Joiner, left.Followers[2].Email);
        Assert.Equal(texts, left.Texts.Count);
        Assert.Contains(3, left.Texts.Keys);
    }

    [Fact]
    public void WasCutOff_GoneWithoutAnEvent_IsTrueUntilTheEventComes()
    {
        var file = File();
        foreach (var (person, what) in new[] { (CasePerson.Reporter, ErasedData.Reporter), (CasePerson.Reporter, ErasedData.Texts),
            (Follower, ErasedData.Texts) })
        {
            var cut = file with { Private = PersonTrace.Without(file, file.Private, person, what) };
            var told = cut with
            {
                Events = [.. cut.Events, CaseFiles.EventOf(new DataErased { What = what, Ground = ErasureGround.Request, Of = person }, 4)],
            };

            Assert.False(PersonTrace.WasCutOff(file, person, what));
            Assert.True(PersonTrace.WasCutOff(cut, person, what));
            Assert.False(PersonTrace.WasCutOff(told, person, what));
        }

        Assert.False(PersonTrace.WasCutOff(file with { Private = new PrivateCase() }, Colleague, ErasedData.Texts));
    }

    [Fact]
    public void Holds_BeforeAndAfterErasure_IsTrueAndThenFalse()
    {
        var file = File();
        foreach (var person in new[] { CasePerson.Reporter, Follower, Colleague, null })
        {
            foreach (var what in EnumNames.All<ErasedData>())
            {
                Assert.True(PersonTrace.Holds(file, person, what));
                Assert.False(PersonTrace.Holds(file with { Private = PersonTrace.Without(file, file.Private, person, what) }, person,
                    what));
            }
        }
    }

    [Fact]
    public void TextsErased_OfEachPerson_CountsWhatGoes()
    {
        var file = File();

        Assert.Equal(2, PersonTrace.TextsErased(file, CasePerson.Reporter, ErasedData.Texts));
        Assert.Equal(1, PersonTrace.TextsErased(file, Follower, ErasedData.Texts));
        Assert.Equal(2, PersonTrace.TextsErased(file, null, ErasedData.Texts));
        Assert.Equal(0, PersonTrace.TextsErased(file, null, ErasedData.Reporter));
    }

    [Theory]
    [InlineData(null, ErasedData.Reporter, true)]
    [InlineData(null, ErasedData.Texts, true)]
    [InlineData(PersonPart.Reporter, ErasedData.Texts, true)]
    [InlineData(PersonPart.Reporter, ErasedData.Reporter, false)]
    [InlineData(PersonPart.Follower, ErasedData.Texts, false)]
    [InlineData(PersonPart.Colleague, ErasedData.Texts, false)]
    public void ErasesDataBeside_OfEachErasure_GoesWithTheTextsOfTheCase(PersonPart? part, ErasedData what, bool goes) =>
        Assert.Equal(goes, Eraser.ErasesDataBeside(part is { } of ? new CasePerson(of, null, null) : null, what));

    private static PrivateCase Without(CasePerson? person, ErasedData what)
    {
        var file = File();
        return PersonTrace.Without(file, file.Private, person, what);
    }

    /// <summary>A case with a text of the reporter, of an analyst and of a follower, and with everybody's address.</summary>
    private static CaseFile File()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded(), CaseFiles.Joined(2))
            .By(1, Actor.Reporter).By(3, Actor.Reporter)
            .WithText(1, TextNames.Title, "Insuline").WithText(2, TextNames.Note, "Bel terug").WithText(3, TextNames.Note, "Bij ons ook");
        return file with
        {
            Private = file.Private.WithContact(2, new ReporterContact { Email = Joiner })
                .WithAddress("collega.vws", Address("collega@minvws.nl"))
                .WithSecret(ProtectedSecrets.FollowCodeOf(null), "geheim").WithSecret(ProtectedSecrets.FollowCodeOf(2), "geheim"),
        };
    }

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();
}
