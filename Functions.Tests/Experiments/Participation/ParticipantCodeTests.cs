using RegelLoket.Cases.Changes;
using RegelLoket.Experiments.Participation;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Experiments.Participation;

public sealed class ParticipantCodeTests
{
    private static readonly DateOnly Last = CaseFiles.Due;

    [Fact]
    public void TryParse_CodeOrWholeLink_IsTheSameCode()
    {
        var code = ParticipantCode.New(CaseFiles.Number, 3);

        Assert.True(ParticipantCode.TryParse($" https://regelloket.example/experiment#{code} ", out var read));
        Assert.Equal((code, 3, CaseFiles.Number), (read, read.Experiment, read.Case));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RR-2026-7KQ4M.1.kort")]
    [InlineData("RR-2026-7KQ4M.x.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("rr-2026-7kq4m.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("RR-2026-7KQ4M.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryParse_SomethingElse_IsNoCode(string? text) => Assert.False(ParticipantCode.TryParse(text, out _));

    [Fact]
    public void Opens_ItsExperiment_UntilTheLastDay()
    {
        var code = ParticipantCode.New(CaseFiles.Number, 1);
        var experiment = Experimenting.After((Experimenting.Invited(code.Hash(), Last), Experimenting.Ans)).State.Experiment(1);

        Assert.True(code.Opens(experiment, Last));
        Assert.False(code.Opens(experiment, Last.AddDays(1)));
        Assert.False(ParticipantCode.New(CaseFiles.Number, 1).Opens(experiment, Last));
        Assert.False(code.Opens(experiment: null, Last));
    }

    [Fact]
    public void Opens_RevokedOrReplaced_Nothing()
    {
        var code = ParticipantCode.New(CaseFiles.Number, 1);
        var invited = (Experimenting.Invited(code.Hash(), Last), Experimenting.Ans);

        Assert.False(code.Opens(
            Experimenting.After(invited, (new ExperimentLinkRevoked(1), Experimenting.Ans)).State.Experiment(1), Last));
        Assert.False(code.Opens(
            Experimenting.After(invited, (Experimenting.Invited("another", Last), Experimenting.Ans)).State.Experiment(1), Last));
    }
}
