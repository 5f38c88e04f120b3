using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Experiments;

/// <summary>What a colleague may record of an experiment; every wrong field is named at once.</summary>
public sealed class ExperimentCheckTests
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans");

    [Fact]
    public void Start_OrganisationAndQuestion_TakesTheRestFromTheCase()
    {
        var state = CaseFiles.Of(CaseFiles.Reported()).State;

        var made = Assert.IsType<ExperimentStarted>(ExperimentCheck.Start(
            Ans, state, new() { Organisation = "Zorg\ngroep", Question = "Blijven zij langer?" }, new())!.What);

        Assert.Equal((1, Branche.Ouderenzorg, null), (made.Experiment, made.Branche, made.FrontRunner));
        Assert.Equal(state.Themes, made.Themes);
    }

    /// <summary>A request with one fault.</summary>
    public static TheoryData<string, ExperimentRequest> WrongStarts => new()
    {
        { "organisatie", Start() with { Organisation = " " } },
        { "organisatie", Start() with { Organisation = new string('a', 201) } },
        { "vraagstuk", Start() with { Question = null } },
        { "vraagstuk", Start() with { Question = new string('a', 2_001) } },
        { "koploper", Start() with { FrontRunner = "../x" } },
        { "koploper", Start() with { FrontRunner = new string('a', 81) } },
        { "themas", Start() with { Themes = [] } },
    };

    [Theory]
    [MemberData(nameof(WrongStarts))]
    public void Start_WrongField_IsNamed(string field, ExperimentRequest input) =>
        AssertWrong([field], errors => ExperimentCheck.Start(Ans, CaseFiles.Of(CaseFiles.Reported()).State, input, errors));

    [Theory]
    [InlineData(ExperimentPhase.Explore, true)]
    [InlineData(ExperimentPhase.Plan, true)]
    [InlineData(ExperimentPhase.Act, false)]
    [InlineData(ExperimentPhase.Evaluate, false)]
    public void Note_PhaseAfterExploring_IsThatOneOrTheNext(ExperimentPhase phase, bool may)
    {
        var errors = new FieldErrors();

        var made = ExperimentCheck.Note(
            Ans, Experiment(Noted(ExperimentPhase.Explore)), new() { Phase = phase, Note = "Gesproken." }, errors);

        Assert.Equal(may, made is not null);
        Assert.Equal(may ? [] : ["fase"], errors.All.Keys);
    }

    [Fact]
    public void Note_WithoutPhaseAndText_NamesBoth() =>
        AssertWrong(["fase", "notitie"], errors => ExperimentCheck.Note(Ans, Experiment(), new(), errors));

    [Fact]
    public void Note_WithACitizenServiceNumber_IsRefused() => AssertWrong(["notitie"], errors => ExperimentCheck.Note(
        Ans, Experiment(), new() { Phase = ExperimentPhase.Explore, Note = "Met 12345\u200B6782." }, errors));

    [Fact]
    public void End_WithACitizenServiceNumber_IsRefused() => AssertWrong(["lessen"], errors => ExperimentCheck.End(
        Ans, Experiment(), new() { Result = ExperimentResult.Worked, Lessons = "Met 123456782." }, errors));

    [Fact]
    public void Note_PhaseThatIsNotDue_SaysWhichIs()
    {
        var errors = new FieldErrors();

        ExperimentCheck.Note(Ans, Experiment(), new() { Phase = ExperimentPhase.Act, Note = "Gedaan." }, errors);

        Assert.Contains(ExperimentPhase.Explore.Label().ToLowerInvariant(), errors.All["fase"], StringComparison.Ordinal);
    }

    /// <summary>Figures with one fault, after one round.</summary>
    public static TheoryData<string, ExperimentMeasureRequest> WrongMeasures => new()
    {
        { "ronde", new() { Outflow = 10 } },
        { "ronde", new() { Round = 2, Outflow = 10 } },
        { "ronde", new() { Round = -1, Outflow = 10 } },
        { "uitstroom", new() { Round = 1 } },
        { "uitstroom", new() { Round = 1, Outflow = 100.01m } },
        { "verzuim", new() { Round = 1, SickLeave = -1 } },
        { "verzuim", new() { Round = 1, SickLeave = 5.123m } },
        { "uren", new() { Round = 1, Hours = 61 } },
    };

    [Theory]
    [MemberData(nameof(WrongMeasures))]
    public void Measure_WrongField_IsNamed(string field, ExperimentMeasureRequest input) => AssertWrong(
        [field], errors => ExperimentCheck.Measure(Ans, Experiment(Noted(ExperimentPhase.Explore)), input, errors));

    [Fact]
    public void Measure_SomeFigures_RecordsThose()
    {
        var made = ExperimentCheck.Measure(Ans, Experiment(), new() { Round = 0, Outflow = 12.5m, Hours = 0 }, new())!;

        Assert.Equal([new MeasuredFigure(MeasureKind.Outflow, 12.5m), new MeasuredFigure(MeasureKind.Hours, 0)],
            Assert.IsType<ExperimentMeasured>(made.What).Figures);
    }

    [Fact]
    public void End_WithoutResultAndLessons_NamesBoth() =>
        AssertWrong(["lessen", "resultaat"], errors => ExperimentCheck.End(Ans, Experiment(), new(), errors));

    [Theory]
    [InlineData("Bij Zorggroep Zuid bleven mensen langer.", "naam van de organisatie")]
    [InlineData("Bij zorggroep zuid bleven mensen langer.", "naam van de organisatie")]
    [InlineData("Bel 06-12345678 voor uitleg.", "telefoonnummer")]
    public void Draft_TextThatTellsWhoItWas_IsRefusedAtItsField(string text, string reason)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Started()).WithText(2, TextNames.Organisation, "Zorggroep Zuid");
        var errors = new FieldErrors();

        Assert.Null(ExperimentCheck.Draft(Ans, file, file.State.Experiments[0], Text() with { WhatWasDone = text }, errors));

        Assert.Equal(["watGedaan"], errors.All.Keys);
        Assert.Contains(reason, errors.All["watGedaan"], StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_RightText_IsTheNextVersion()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Started(), new ExperimentDrafted { Experiment = 1, Version = 1 });

        var made = ExperimentCheck.Draft(Ans, file, file.State.Experiments[0], Text(), new())!;

        Assert.Equal(2, Assert.IsType<ExperimentDrafted>(made.What).Version);
    }

    private static void AssertWrong(string[] fields, Func<FieldErrors, NewEvent?> check)
    {
        var errors = new FieldErrors();

        Assert.Null(check(errors));
        Assert.Equal(fields, errors.All.Keys.Order(StringComparer.Ordinal));
    }

    private static ExperimentRequest Start() => new() { Organisation = "Zorggroep", Question = "Blijven zij langer?" };

    private static ExperimentTextRequest Text() => new()
    { Title = "Een buddy", Question = "Blijven zij langer?", WhatWasDone = "Een buddy gaf les.", Lessons = "Geef tijd." };

    private static ExperimentStarted Started() => new() { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] };

    private static ExperimentNoted Noted(ExperimentPhase phase) => new() { Experiment = 1, Round = 1, Phase = phase };

    private static CaseExperiment Experiment(params CaseChange[] changes) =>
        CaseFiles.Of([CaseFiles.Reported(), Started(), .. changes]).State.Experiments[0];
}
