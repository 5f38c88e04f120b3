using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Insight;

namespace RegelLoket.Tests.Insight;

/// <summary>Every figure counted once more, straight from the events and by other means than the code does.</summary>
public sealed class FiguresFromEventsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans Analist");

    private readonly List<CaseFile> files = [.. Enumerable.Range(0, 240).Select(CaseOf)];
    private readonly Figures figures;

    public FiguresFromEventsTests() => figures = Figures.Of([.. files.Select(CaseFacts.Of)], Today);

    [Fact]
    public void Totals_AgreeWithTheEvents()
    {
        Assert.Equal(files.Count, figures.Cases);
        Assert.Equal(files.Count(IsUndecided), figures.Open);
        Assert.Equal(Standing.Count(), figures.Decided);
        Assert.Equal(files.Count(Has<CaseWithdrawn>), figures.Withdrawn);
        Assert.Equal(files.Count(Has<CaseMerged>), figures.Merged);
        OutcomeKind[] room = [OutcomeKind.HetKanAl, OutcomeKind.EigenRegelOrganisatie, OutcomeKind.RegelVervallen,
            OutcomeKind.Uitvoeringspraktijk, OutcomeKind.OntheffingExperiment];
        Assert.Equal(Standing.Count(o => room.Contains(o.Outcome)), figures.WithRoom);
        Assert.Equal(figures.Cases, figures.Open + figures.Decided + figures.Withdrawn + figures.Merged);
        Assert.All(new[] { figures.Open, figures.Decided, figures.Withdrawn, figures.Merged, files.Count(Has<CaseReopened>),
            files.Count(f => Has<OutcomeDetermined>(f) && f.State.IsOpen) }, n => Assert.True(n > 1));
    }

    [Fact]
    public void Groups_AgreeWithTheEvents()
    {
        var reports = All<CaseReported>();
        Assert.All(figures.ByTheme, c => Assert.Equal(reports.Count(r => r.What.Themes.Any(t => t.Label() == c.Name)), c.Number));
        Same(reports.GroupBy(r => r.What.Branche.Label()), figures.ByBranche);
        Same(Standing.GroupBy(o => o.Outcome.Label()), figures.ByOutcome);
        Same(All<CaseEscalated>().SelectMany(e => e.What.Requests.Select(r => r.Ministry.Label()))
            .GroupBy(name => name), figures.ByMinistry);
        Same(files.Select(RuleOf).OfType<string>().GroupBy(rule => rule), figures.ByRule);
        Same(files.Select(f => f.Events.Select(e => e.What).OfType<EffectAnswered>().LastOrDefault()).OfType<EffectAnswered>()
            .GroupBy(e => e.Noticed.Label()), figures.Effects);
        Assert.Contains(files, f => f.Events.Count(e => e.What is EffectAnswered) == 2);
        Assert.Equal(figures.Decided, figures.Sharing.Sum(c => c.Number));
        Same(files.Select(f => f.Events.Select(e => e.What).OfType<SharingDeclined>().LastOrDefault()).OfType<SharingDeclined>()
            .GroupBy(e => e.Because.Label()), figures.NotShared);
        var months = reports.GroupBy(r => DayOf(r.Event) is var day ? (day.Year, day.Month) : default)
            .ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enumerable.Range(-11, 12).Select(Today.AddMonths).Select(m => months.GetValueOrDefault((m.Year, m.Month))),
            figures.ByMonth.Select(c => c.Number));
    }

    [Fact]
    public void OpenByAge_AgreesWithTheEvents()
    {
        var ages = files.Where(IsUndecided).Select(f => Today.DayNumber - DayOf(f.Events[0]).DayNumber).ToList();
        int[] expected = [ages.Count(a => a < 14), ages.Count(a => a is >= 14 and < 42), ages.Count(a => a is >= 42 and < 91),
            ages.Count(a => a >= 91)];

        Assert.Equal(expected, figures.OpenByAge.Select(c => c.Number));
        Assert.All(expected, number => Assert.True(number > 0));
    }

    [Fact]
    public void LeadTimes_AgreeWithTheEvents()
    {
        Check<CaseReported, ContextAnalysed>(figures.LeadTimes[0]);
        Check<ContextAnalysed, StatementApproved>(figures.LeadTimes[1]);
        Check<CaseEscalated, OutcomeDetermined>(figures.LeadTimes[2]);
        Check<CaseReported, OutcomeDetermined>(figures.LeadTimes[3]);
        Check<OutcomeDetermined, CasePublished>(figures.LeadTimes[4]);
    }

    [Fact]
    public void Scorecards_AgreeWithTheEvents()
    {
        foreach (var card in figures.Scorecards)
        {
            var asked = files.SelectMany(
                f => f.Events.Where(e => e.What is CaseEscalated escalated && escalated.Requests.Any(r => r.Ministry == card.Ministry))
                .Select(e => (File: f, Event: e))).ToList();
            var answered = All<MinistryAnswered>().Where(a => a.What.Ministry == card.Ministry).ToList();
            var explained = All<MinistryNotOurs>().Where(a => a.What.Ministry == card.Ministry).ToList();
            var days = answered.Select(a => a.Event).Concat(explained.Select(a => a.Event))
                .Select(e => DayOf(e).DayNumber - DayOf(files.Single(f => f.Events.Contains(e))
                    .Events.First(x => x.What is CaseEscalated)).DayNumber).Order().ToList();
            var open = asked.Where(a => !a.File.Events.Any(e => e.What is MinistryAnswered or MinistryNotOurs)).ToList();
            DateOnly Before((CaseFile File, CaseEvent Event) a) => ((CaseEscalated)a.Event.What).Requests.Single().ReplyBefore;
            DateOnly? Over((CaseFile File, CaseEvent Event) a) =>
                a.File.Events.LastOrDefault(e => e.What is OutcomeDetermined or CaseWithdrawn or CaseMerged) is { } end ? DayOf(end) : null;
            var dropped = open.Where(a => Over(a) <= Before(a)).ToList();
            var asking = open.Where(a => a.File.Events.Any(e => e.What is MinistryAskedBack)).ToList();
            var quiet = open.Except(dropped).ToList();

            Assert.Equal((asked.Count, answered.Count, explained.Count), (card.Asked, card.Answered, card.Explained));
            Assert.Equal((quiet.Except(asking).Count(q => Before(q) < Today), quiet.Count(q => Before(q) >= Today || asking.Contains(q)),
                dropped.Count), (card.Silent, card.Waiting, card.Dropped));
            Assert.Equal(card.Asked, card.Answered + card.Explained + card.Silent + card.Waiting + card.Dropped);
            Assert.Equal(answered.Select(a => a.Event).Concat(explained.Select(a => a.Event))
                .Count(e => DayOf(e) <= Before(asked.Single(a => a.File.Events.Contains(e)))), card.InTime);
            Assert.Equal(days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0, card.MedianDays);
            Assert.True(card is { Silent: > 0, Waiting: > 0, Answered: > 0, Explained: > 0, Dropped: > 0, InTime: > 0 }
                && card.InTime < days.Count, $"{card.Ministry} has no case of some kind");
            Assert.Contains(asking, a => Before(a) < Today);
        }
    }

    /// <summary>
    /// A case that went some way: by its place in the row it stopped early, was decided, asked a ministry, or was withdrawn.
    /// </summary>
    private static CaseFile CaseOf(int i)
    {
        var number = CaseNumber.Parse($"RR-2026-{i / 100}{i / 10 % 10}{i % 10}AA");
        var reported = Today.AddDays(-(i * 7 % 350) - (i % 4 == 0 ? 0 : 1));
        var ministry = EnumNames.All<Ministry>()[i % 3];
        var asked = reported.AddDays(20 + (i % 9));
        var rule = i % 2 == 0 ? new RuleReference($"BWBR000000{i % 5}", $"Regeling {i % 5}", null, reported) : null;
        var steps = new List<(DateOnly Day, CaseChange What)>
        {
            (reported, new CaseReported
            {
                Channel = ReportChannel.Form,
                Branche = EnumNames.All<Branche>()[i % 7],
                Themes = i % 3 == 0 ? [Theme.GezondWerken, EnumNames.All<Theme>()[i % 6]] : [EnumNames.All<Theme>()[i % 6]],
                Anonymous = true,
                FollowCodeHash = "",
                DueOn = reported,
            }),
        };
        if (i % 11 == 0)
        {
            steps.Add((reported.AddDays(1), new CaseWithdrawn()));
        }
        else if (i % 4 != 0)
        {
            var known = i % 6 == 0 ? [new RuleReference(null, $"Besluit {i % 4}", null, reported)] : Array.Empty<RuleReference>();
            steps.Add((reported.AddDays(2 + (i % 5)),
                new ContextAnalysed { Source = RuleSource.Wet, Rules = known, Ministries = [ministry], DueOn = reported }));
            steps.Add((reported.AddDays(9 + (i % 6)), new StatementApproved { Version = 1, DueOn = reported }));
            if (i % 4 != 1)
            {
                var (term, taken) = (i % 8 < 4 ? 30 : 400, 5 + (i % 40));
                steps.Add((asked, new CaseEscalated { Requests = [new MinistryAsked(ministry, asked.AddDays(term), "", asked)] }));
                if (i % 5 < 3)
                {
                    steps.Add((asked.AddDays(taken), i % 5 == 0 ? new MinistryNotOurs(ministry)
                        : new MinistryAnswered(ministry, Late: taken > term)));
                }
                else if (i % 13 < 3)
                {
                    // The reporter no longer needs an answer, or the report goes on within another.
                    steps.Add((asked.AddDays(i % 13 == 0 ? 3 : 60), i % 2 == 0 ? new CaseWithdrawn()
                        : new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4M"))));
                }
                else if (i % 13 < 6)
                {
                    steps.Add((asked.AddDays(4), new MinistryAskedBack(ministry)));
                }
            }

            if (i % 4 == 1 || i % 5 < 3)
            {
                steps.Add((reported.AddDays(80 + (i % 13)),
                    new OutcomeDetermined { Outcome = EnumNames.All<OutcomeKind>()[i % 13], DueOn = reported, Rule = rule }));
                if (i % 10 == 1)
                {
                    steps.Add((reported.AddDays(95), new CaseReopened { DueOn = reported }));
                }
                else if (i % 10 != 2)
                {
                    if (i % 3 == 0)
                    {
                        steps.Add((reported.AddDays(97),
                            new PublicationDrafted
                            {
                                Version = 1,
                                ObjectBefore = reported,
                                ReviewBefore = reported,
                                Themes = [],
                                Branche = Branche.Ggd
                            }));
                        steps.Add((reported.AddDays(98 + (i % 4)), new CasePublished(1)));
                    }
                    else if (i % 3 == 1)
                    {
                        steps.Add((reported.AddDays(97), new SharingDeclined(EnumNames.All<NotSharedReason>()[i % 4])));
                    }

                    steps.Add((reported.AddDays(110), new CaseClosed()));
                    if (i % 7 == 0)
                    {
                        steps.Add((reported.AddDays(190),
                            new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EnumNames.All<EffectNoticed>()[i % 2] }));
                    }

                    if (i % 14 == 0)
                    {
                        steps.Add((reported.AddDays(290),
                            new EffectAnswered { Moment = EffectMoment.SixMonths, Noticed = EnumNames.All<EffectNoticed>()[2] }));
                    }
                }
            }
        }

        var events = steps.Select((step, n) => new CaseEvent
        {
            Number = n + 1,
            At = new DateTimeOffset(step.Day, new TimeOnly(12, 0), TimeSpan.Zero),
            By = Analyst,
            What = step.What,
        }).ToList();
        return new CaseFile
        {
            State = events.Aggregate(new CaseState { Number = number }, (state, e) => state.After(e)),
            Events = events,
            Private = new PrivateCase()
        };
    }

    /// <summary>The outcomes that stand: the last one of a case that was not opened again since.</summary>
    private IEnumerable<OutcomeDetermined> Standing => files.Select(StandingOf).OfType<OutcomeDetermined>();

    private static OutcomeDetermined? StandingOf(CaseFile file) => file.Events.Select(e => e.What)
        .LastOrDefault(what => what is OutcomeDetermined or CaseReopened) as OutcomeDetermined;

    private static bool IsUndecided(CaseFile file) => !Has<CaseWithdrawn>(file) && !Has<CaseMerged>(file) && StandingOf(file) is null;

    /// <summary>The rule of the outcome that stands, or else the first of the analysis.</summary>
    private static string? RuleOf(CaseFile file) =>
        StandingOf(file)?.Rule is { } rule ? rule.CitationTitle : file.Events.Select(e => e.What).OfType<ContextAnalysed>()
            .LastOrDefault()?.Rules is [var first, ..] ? first.CitationTitle : null;

    private static bool Has<T>(CaseFile file) where T : CaseChange => file.Events.Any(e => e.What is T);

    private static DateOnly DayOf(CaseEvent e) => WorkingDays.DayOf(e.At);

    private static void Same<T>(IEnumerable<IGrouping<string, T>> expected, IEnumerable<Count> counted) =>
        Assert.Equal(expected.Select(g => (g.Key, g.Count())).Order(), counted.Where(c => c.Number > 0).Select(c => (c.Name, c.Number))
            .Order());

    private void Check<TFrom, TTo>(LeadTime counted) where TFrom : CaseChange where TTo : CaseChange
    {
        var days = files.Where(f => Has<TFrom>(f) && Has<TTo>(f))
            .Select(f => DayOf(f.Events.First(e => e.What is TTo)).DayNumber - DayOf(f.Events.First(e => e.What is TFrom)).DayNumber)
                .Order().ToList();
        Assert.Equal(days.Count, counted.Cases);
        Assert.Equal((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0, counted.MedianDays);
        Assert.InRange(counted.NinetyPercentDays, days[(int)(0.9 * (days.Count - 1))], days[(int)Math.Ceiling(0.9 * (days.Count - 1))]);
    }

    private IReadOnlyList<Found<T>> All<T>() where T : CaseChange =>
        [.. files.SelectMany(f => f.Events).Where(e => e.What is T).Select(e => new Found<T>(e, (T)e.What))];

    private sealed record Found<T>(CaseEvent Event, T What);
}
