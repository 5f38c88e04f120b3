using System.Text;
using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ProblemStatement;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Cases;

/// <summary>Who is who: the id decides, and the name only where there was no id yet.</summary>
public sealed class ActorTests
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans Analist", "id-ans");
    private static readonly Actor AnsElsewhere = new(ActorRole.Coordinator, "a.analist@desk.example", "id-ans");
    private static readonly Actor Namesake = new(ActorRole.Analyst, "Ans Analist", "id-other");
    private static readonly Actor AnsOfOld = new(ActorRole.Analyst, "ANS  ANALÍST");

    [Fact]
    public void IsSamePerson_BothWithAnId_IsByTheIdAlone()
    {
        Assert.True(Ans.IsSamePerson(AnsElsewhere));
        Assert.False(Ans.IsSamePerson(Namesake));
    }

    [Theory]
    [InlineData("Ans Analist", true)]
    [InlineData("ANS ANALIST", true)]
    [InlineData(" ans\u00a0 anàlist\u200b", true)]
    [InlineData("Anne Analist", false)]
    [InlineData("", false)]
    public void IsSamePerson_OneWithoutAnId_IsByTheName(string name, bool same)
    {
        Assert.Equal(same, Ans.IsSamePerson(new Actor(ActorRole.Analyst, name)));
        Assert.Equal(same, new Actor(ActorRole.Analyst, name).IsSamePerson(Ans));
    }

    [Fact]
    public void IsSamePerson_OfReporters_IsNeverKnown() => Assert.False(Actor.Reporter.IsSamePerson(Actor.Reporter));

    [Fact]
    public void Json_OfAnActor_KeepsTheIdAndReadsWhatHasNone()
    {
        Assert.Equal("""{"role":"analist","name":"Ans Analist","id":"id-ans"}""", JsonSerializer.Serialize(Ans, CaseJson.Default.Actor));
        Assert.Equal(Ans, JsonSerializer.Deserialize("""{"role":"analist","name":"Ans Analist","id":"id-ans"}""", CaseJson.Default.Actor));
        Assert.Equal(Ans with { Id = null },
            JsonSerializer.Deserialize("""{"role":"analist","name":"Ans Analist"}""", CaseJson.Default.Actor));
    }

    [Fact]
    public void Author_UnderAnyName_NeverJudgesTheOwnStatement()
    {
        var state = StateOf(new StatementWritten { Version = 1, DueOn = CaseFiles.Due });

        Assert.False(StatementService.MayJudge(AnsElsewhere, state));
        Assert.False(StatementService.MayJudge(AnsOfOld, state));
        Assert.True(StatementService.MayJudge(Namesake, state));
        Assert.Equal("Wacht op een collega", NextStep.For(state, AnsElsewhere).Title);
        Assert.Equal("Beoordeel de probleemstelling", NextStep.For(state, Namesake).Title);
    }

    [Fact]
    public void Author_UnderAnyName_NeverJudgesTheOwnPublicText()
    {
        var state = StateOf(CaseFiles.Outcome(), CaseFiles.Drafted());

        Assert.Equal("Wacht op een collega", NextStep.For(state, AnsElsewhere).Title);
        Assert.Equal("Wacht op een collega", NextStep.For(state, AnsOfOld).Title);
        Assert.Equal("Beoordeel de publieke tekst", NextStep.For(state, Namesake).Title);
    }

    [Fact]
    public void Handler_TakenByIdOrByName_IsThatPerson()
    {
        var taken = StateOf(new CaseAssigned { From = null, To = "Ans Analist", ToId = "id-ans" });
        var named = StateOf(new CaseAssigned { From = null, To = "Ans Analist" });
        var analysed = StateOf(new ContextAnalysed { Source = RuleSource.Wet, Rules = [], Ministries = [], DueOn = CaseFiles.Due });

        Assert.All([taken, analysed], state => Assert.True(state.IsHandledBy(AnsElsewhere)));
        Assert.All([taken, analysed], state => Assert.False(state.IsHandledBy(Namesake)));
        Assert.True(named.IsHandledBy(Namesake));
        Assert.False(StateOf().IsHandledBy(Ans));
    }

    [Fact]
    public void Line_OfAnEventWithAnId_HoldsAndIsRead()
    {
        var number = CaseNumber.Parse("RR-2026-7KQ4M");
        var (line, _) = EventLine.Write(CaseFiles.EventOf(new NoteAdded(), 1) with { By = Ans }, EventLine.StartOfChain(number));

        Assert.True(EventLine.Holds(line.AsSpan()[..^1], EventLine.StartOfChain(number)));
        Assert.Equal(Ans, EventLine.Read(line.AsSpan()[..^1])!.By);
        Assert.Contains("\"id\":\"id-ans\"", Encoding.UTF8.GetString(line), StringComparison.Ordinal);
    }

    /// <summary>The case after a report and these changes, all by Ans.</summary>
    private static CaseState StateOf(params CaseChange[] changes) => new CaseChange[] { CaseFiles.Reported() }.Concat(changes)
        .Select((change, i) => CaseFiles.EventOf(change, i + 1) with { By = Ans })
        .Aggregate(new CaseState { Number = CaseFiles.Number }, (state, e) => state.After(e));
}
