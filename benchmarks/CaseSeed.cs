using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace Bench;

/// <summary>Many cases in the desk's own storage, written through its own store and index, so that they are read as any other case.</summary>
internal static class CaseSeed
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans Analist");

    /// <summary>Cases of all branches, themes and outcomes; two in five are still open.</summary>
    public static Task WriteAsync(IServiceProvider services, int count)
    {
        var store = services.GetRequiredService<CaseStore>();
        var index = services.GetRequiredService<CaseIndex>();
        var (branches, themes) = (Names.All<Branche>(), Names.All<Theme>());
        var outcomes = Names.All<OutcomeKind>().Where(kind => kind != OutcomeKind.Ingetrokken).ToList();
        var today = WorkingDays.DayOf(TimeProvider.System.GetUtcNow());
        return Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            var reported = new NewEvent(Actor.Reporter, new CaseReported
            {
                Channel = ReportChannel.Form,
                Branche = branches[i % branches.Count],
                Themes = [themes[i % themes.Count]],
                Anonymous = true,
                FollowCodeHash = "",
                DueOn = today,
            })
            { Texts = new Dictionary<string, string> { [TextNames.Title] = $"Regel {i} staat in de weg" } };
            var file = await store.CreateAsync(CaseNumber.New(today.Year), reported, new PrivateCase { ReportKey = $"seed-{i}" }, cancellation);
            if (file is not null && i % 5 >= 2)
            {
                file = await store.AppendAsync(file, new NewEvent(Analyst, new OutcomeDetermined { Outcome = outcomes[i % outcomes.Count], DueOn = today }), null, cancellation);
                file = file is null ? null : await store.AppendAsync(file, new NewEvent(Actor.System, new CaseClosed()), null, cancellation);
            }

            if (file is not null)
            {
                await index.WriteAsync(file, cancellation);
            }
        });
    }
}
