using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake;
using RegelLoket.Intake.Pages;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Publication.Components;
using RegelLoket.Outcome;
using RegelLoket.Outcome.Components;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Web;
using RegelLoket.Web;

namespace RegelLoket.Tests.Intake.Pages;

/// <summary>What the reporter reads of any case on any day names no day that has passed.</summary>
public sealed partial class FollowPageTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly StepTerms Terms = new();
    private static readonly int[] Later = [0, 1, 12, 40, 400];
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    [Fact]
    public async Task Dates_EveryStateOnEveryDay_NoneHasPassed()
    {
        var clock = new FakeTimeProvider();
        await using var pages = PagesAt(clock);
        var seen = new HashSet<CaseStatus>();
        var dates = 0;
        foreach (var file in Lives())
        {
            foreach (var days in Later)
            {
                clock.AdjustTime(file.State.ChangedAt.AddDays(days));
                foreach (var life in new[] { file, Kept(file, clock.GetUtcNow()) })
                {
                    var today = WorkingDays.DayOf(clock.GetUtcNow());
                    var view = ReportResponse.Of(life, main: null, today);
                    var text = await pages.TextAsync<FollowPage>(new()
                    {
                        [nameof(FollowPage.Case)] = life,
                        [nameof(FollowPage.View)] = view,
                        [nameof(FollowPage.Form)] = new FormState(),
                    });
                    seen.Add(life.State.Status);
                    foreach (Match match in Promised().Matches(text))
                    {
                        dates++;
                        Assert.True(DateOnly.Parse(match.Groups[1].Value, Dutch) >= today,
                            $"{life.State.Status} on {today}: {match.Value}");
                    }

                    Assert.False(view.NewsBefore < today);
                    Assert.DoesNotContain("vóór", text, StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(EnumNames.All<CaseStatus>().ToHashSet(), seen);
        Assert.True(dates > 100, $"only {dates} dates were read");
    }

    /// <summary>Whoever waits for the desk always knows until when, as long as the workflow of the case runs.</summary>
    [Fact]
    public void NewsBefore_WorkflowRuns_IsADayToCome()
    {
        var waiting = 0;
        foreach (var file in Lives().Where(file => file.State.OpenPromise is not null))
        {
            foreach (var days in Later)
            {
                var now = file.State.ChangedAt.AddDays(days);
                var life = Kept(file, now);
                var view = ReportResponse.Of(life, main: null, WorkingDays.DayOf(now));
                Assert.True(view.NewsBefore >= WorkingDays.DayOf(now), $"{file.State.Status} after {days} days: {view.NewsBefore}");
                Assert.Equal(life.Events.Count > file.Events.Count, view.Delay is not null && file.State.Promise != life.State.Promise);
                waiting++;
            }
        }

        Assert.True(waiting > 100, $"only {waiting} cases waited");
    }

    [Fact]
    public void Delay_WorkflowStandsStill_SaysSoAndNamesNoDay()
    {
        var view = ReportResponse.Of(CaseFiles.Of(CaseFiles.Reported()), main: null, CaseFiles.Due.AddDays(1));

        Assert.Null(view.NewsBefore);
        Assert.Contains("later dan we zeiden", view.Delay, StringComparison.Ordinal);
    }

    /// <summary>The case as its workflow would have kept it: a new day each time that the promised one had come.</summary>
    private static CaseFile Kept(CaseFile file, DateTimeOffset now)
    {
        while (Promises.EndOf(file.State) is { } end && end <= now
            && Promises.Renewal(file.State, end > file.State.ChangedAt ? end : file.State.ChangedAt, Days, Terms) is { } later)
        {
            var e = CaseFiles.EventOf(later, file.Events.Count + 1) with { At = end > file.State.ChangedAt ? end : file.State.ChangedAt };
            file = file with { Events = [.. file.Events, e], State = file.State.After(e) };
        }

        return file;
    }

    /// <summary>The whole way, and to the library.</summary>
    private static readonly CaseChange[] WholeLife =
    [
        CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"),
        new ContextAnalysed { Source = RuleSource.Wet, Rules = [], Ministries = [Ministry.Vws], DueOn = CaseFiles.Due },
        new StatementWritten { Version = 1, DueOn = CaseFiles.Due }, new StatementApproved { Version = 1, DueOn = CaseFiles.Due },
        CaseFiles.Escalated(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false), CaseFiles.Outcome(), CaseFiles.Drafted(),
        new PublicationApproved(1), new CasePublished(1), new PublicationWithdrawn(), new EffectAsked(EffectMoment.ThreeMonths),
        new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = CaseFiles.Due },
        new CaseReopened { DueOn = CaseFiles.Due }, new CaseWithdrawn(),
    ];

    /// <summary>Lives that could have happened, cut off at each step.</summary>
    private static IEnumerable<CaseFile> Lives()
    {
        for (var length = 1; length <= WholeLife.Length; length++)
        {
            yield return CaseFiles.Of(WholeLife[..length]);
        }

        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var choices = Enumerable.Range(0, 30).Select(_ => random.Next()).ToList();
            for (var length = 0; length <= choices.Count; length++)
            {
                yield return Histories.Of(choices[..length]);
            }
        }
    }

    private static Rendered PagesAt(TimeProvider clock) => new(services => services
        .AddSingleton(new OutcomeService(null!, null!, Days, Terms, clock))
        .AddSingleton(new PublicationService(null!, null!, null!, null!, null!, Days, Terms, clock))
        .AddSingleton(new FollowPart(10, typeof(FollowEffect)))
        .AddSingleton(new FollowPart(20, typeof(FollowOutcome)))
        .AddSingleton(new FollowPart(30, typeof(FollowPublication)))
        .AddSingleton<ILawPages>(new NoLawPages()));

    [GeneratedRegex(@"(?:uiterlijk|tot en met|vóór) (?:\w+dag )?(\d{1,2} \w+ \d{4})")]
    private static partial Regex Promised();

    private sealed class NoLawPages : ILawPages
    {
        public string? PathOf(RuleReference rule) => null;
    }
}
