using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>Cases with an experiment that are made of events alone: so many days after each other, and by whom.</summary>
internal static class Experimenting
{
    public static readonly Actor Ans = new(ActorRole.Analyst, "Ans", "id-ans");

    public static ExperimentStarted Started { get; } = new() { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] };

    public static ExperimentInvited Invited(string hash = "", DateOnly? until = null) =>
        new() { Experiment = 1, LinkHash = hash, ExpiresOn = until ?? CaseFiles.Due.AddYears(1) };

    public static ExperimentNoted Noted(ExperimentPhase phase, int round = 1) => new() { Experiment = 1, Round = round, Phase = phase };

    public static ExperimentEnded Ended { get; } = new() { Experiment = 1, Result = ExperimentResult.DidNotWork };

    /// <summary>A case after its report and outcome, and then these events a day apart.</summary>
    public static CaseFile After(params (CaseChange What, Actor By)[] events)
    {
        var all = ((CaseChange What, Actor By)[])
            [
                (CaseFiles.Reported(), Actor.Reporter), (CaseFiles.Outcome(), Ans), (new CaseClosed(), Actor.System), (Started, Ans),
                .. events,
            ];
        List<CaseEvent> stream = [.. all.Select((e, i) => CaseFiles.EventOf(e.What, i + 1) with { By = e.By })];
        return new CaseFile
        {
            State = stream.Aggregate(new CaseState { Number = CaseFiles.Number }, (state, e) => state.After(e)),
            Events = stream,
            Private = new PrivateCase().WithParticipant(1, new ExperimentParticipant { Email = CaseFiles.Address }),
        };
    }
}
