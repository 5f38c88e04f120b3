using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

public sealed class HandlerLoadTests
{
    private static readonly Colleague[] Colleagues =
        [new("id-ans", "Ans de Wit", CaseFiles.Due), new("id-bea", "Bea", CaseFiles.Due), new("id-cor", "Cor", CaseFiles.Due)];

    [Fact]
    public void Of_CasesOfColleaguesAndOthers_CountsEachWithRoomFirst()
    {
        var loads = Of(CaseFiles.Due.AddDays(-1), "Bea", "Ans de Wit", "BEA", "Iemand van vroeger", null);

        Assert.Equal(
            [("Cor", "id-cor", 0), ("Ans de Wit", "id-ans", 1), ("Iemand van vroeger", null, 1), ("Bea", "id-bea", 2)],
            loads.Select(load => (load.Name, load.Id, load.Open)));
        Assert.Equal([true, true, false, true], loads.Select(load => load.IsKnown));
        Assert.All(loads, load => Assert.Equal(0, load.Late));
    }

    [Fact]
    public void Of_CasesPastTheirTerm_CountsThemAsLate() => Assert.Equal(
        [("Ans de Wit", 0, 0), ("Cor", 0, 0), ("Bea", 2, 2)],
        Of(CaseFiles.Due.AddDays(1), "Bea", "Béa").Select(load => (load.Name, load.Open, load.Late)));

    [Theory]
    [InlineData("id-ans", "Anders", true)]
    [InlineData("id-weg", "Ans de Wit", false)]
    [InlineData(null, "ans  DE wit", true)]
    [InlineData(null, "Iemand", false)]
    public void Knows_Handler_GoesByIdOrElseByName(string? id, string name, bool expected) =>
        Assert.Equal(expected, new KnownPeople(Colleagues).Knows(new Actor(ActorRole.Analyst, name, id)));

    private static IReadOnlyList<HandlerLoad> Of(DateOnly today, params string?[] handlers) => HandlerLoad.Of(
        handlers.Select(handler => CaseEntry.Of(CaseFiles.Of(CaseFiles.Reported(), new CaseAssigned { From = null, To = handler }))),
        Colleagues, new QueueSignals(today, new KnownPeople(Colleagues)));
}
