using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Experiments.Participation;

/// <summary>Decides when an organisation has been silent for too long. Pure, so that it can be checked for every day.</summary>
public sealed class Silence(WorkingDays days, ExperimentOptions options)
{
    /// <summary>Returns the event of the next organisation that fell silent; null when there is none.</summary>
    public NewEvent? NextIn(CaseState state, DateOnly today) =>
        state.Experiments.FirstOrDefault(experiment => IsSilent(experiment, today)) is not { } silent ? null
            : new NewEvent(Actor.System, new ExperimentSilent(silent.Number, Reminds: silent.RemindedOf != silent.NextStep));

    /// <summary>The day on which an organisation that stays silent is reminded.</summary>
    public DateOnly DayOf(CaseExperiment experiment) =>
        days.Add(WorkingDays.DayOf((experiment.HeardAt > experiment.InvitedAt ? experiment.HeardAt : experiment.InvitedAt)!.Value),
            options.SilentDays);

    private bool IsSilent(CaseExperiment experiment, DateOnly today) =>
        experiment is { EndedAt: null, SilentSince: null, InvitedAt: not null } && experiment.IsOpenOn(today)
            && DayOf(experiment) <= today;
}
