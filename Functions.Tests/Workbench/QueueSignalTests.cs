using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>What a coordinator looks after, and how much each colleague has.</summary>
public sealed class QueueSignalTests
{
    /// <summary>Monday.</summary>
    private static readonly DateOnly Today = CaseFiles.Due;

    private static readonly Colleague Ans = new("id-ans", "Ans", Today);
    private static readonly Colleague Bea = new("id-bea", "Bea", Today);
    private static readonly CaseAssigned ToAns = new() { From = null, To = "Ans", ToId = "id-ans" };

    public static TheoryData<QueueSignal, int, CaseChange[]> Cases => new()
    {
        { QueueSignal.Late, 1, [Due(-1), ToAns] },
        { QueueSignal.Late, 0, [Due(0), ToAns] },
        { QueueSignal.Late, 0, [Due(-1), ToAns, new ReporterAsked()] },
        { QueueSignal.Late, 0, [Due(-1), ToAns, new CaseWithdrawn()] },
        { QueueSignal.DueThisWeek, 1, [Due(0), ToAns] },
        { QueueSignal.DueThisWeek, 1, [Due(6), ToAns] },
        { QueueSignal.DueThisWeek, 0, [Due(7), ToAns] },
        { QueueSignal.DueThisWeek, 0, [Due(-1), ToAns] },
        { QueueSignal.SilentMinistry, 1, [Due(30), ToAns, Asked(-1)] },
        { QueueSignal.SilentMinistry, 0, [Due(30), ToAns, Asked(0)] },
        { QueueSignal.SilentMinistry, 0, [Due(30), ToAns, Asked(-1), new MinistryAskedBack(Ministry.Vws)] },
        { QueueSignal.SilentMinistry, 0, [Due(30), ToAns, Asked(-1), new MinistryAnswered(Ministry.Vws, Late: true)] },
        { QueueSignal.LostMail, 1, [Due(30), ToAns, CaseFiles.Mail("teruggekomen")] },
        { QueueSignal.LostMail, 1, [Due(30), CaseFiles.Outcome(), new CaseClosed(), CaseFiles.Mail("geweigerd")] },
        { QueueSignal.LostMail, 0, [Due(30), ToAns, CaseFiles.Mail("teruggekomen"), CaseFiles.Mail("afgehandeld")] },
        { QueueSignal.LostMail, 0,
            [Due(30), ToAns, CaseFiles.Mail("teruggekomen"), CaseFiles.Mail("afgeleverd") with { Key = "mail.opnieuw-1" }] },
        { QueueSignal.ToApprove, 1, [Due(30), ToAns, new StatementWritten { Version = 1, DueOn = Today }] },
        { QueueSignal.ToApprove, 1, [Due(30), CaseFiles.Outcome(), CaseFiles.Drafted()] },
        { QueueSignal.ToApprove, 0, [Due(30), CaseFiles.Outcome(), CaseFiles.Drafted(), new PublicationApproved(1)] },
        { QueueSignal.ToApprove, 1,
            [Due(30), CaseFiles.Outcome(), new CaseClosed(),
                new ExperimentStarted { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [] },
                new ExperimentDrafted { Experiment = 1, Version = 1 }] },
        { QueueSignal.ToShare, 1, [Due(30), CaseFiles.Outcome()] },
        { QueueSignal.ToShare, 0, [Due(30), CaseFiles.Outcome(), CaseFiles.Drafted()] },
        { QueueSignal.ToShare, 0, [Due(30), CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.OnlyHere)] },
        { QueueSignal.ToShare, 0, [Due(30), CaseFiles.Outcome(), new CaseClosed()] },
        { QueueSignal.Nobody, 1, [Due(30)] },
        { QueueSignal.Nobody, 0, [Due(30), ToAns] },
        { QueueSignal.Nobody, 0, [Due(30), CaseFiles.AssignedTo("ans")] },
        { QueueSignal.Nobody, 1, [Due(30), CaseFiles.AssignedTo("Ans van Vroeger")] },
        { QueueSignal.Nobody, 1, [Due(30), ToAns with { ToId = "id-of-somebody-who-left" }] },
        { QueueSignal.Nobody, 0, [Due(30), new CaseWithdrawn()] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pick_BySignal_HoldsTheCaseOrNot(QueueSignal signal, int expected, CaseChange[] changes) =>
        Assert.Equal(expected, Count(signal, Entry(1, changes)));

    [Fact]
    public void Of_Loads_AreWhatTheFilterByNameHolds()
    {
        CaseEntry[] entries =
        [
            Entry(1, Due(-1), ToAns), Entry(2, Due(5), CaseFiles.AssignedTo("ANS")), Entry(3, Due(5), CaseFiles.AssignedTo("Ooit Iemand")),
            Entry(4, Due(5)),
        ];

        var loads = HandlerLoad.Of(entries, [Ans, Bea], new QueueSignals(Today, new KnownPeople([Ans, Bea])));

        Assert.Equal([new("Bea", "id-bea", 0, 0), new("Ooit Iemand", null, 1, 0), new HandlerLoad("Ans", "id-ans", 2, 1)], loads);
        Assert.All(loads, load => Assert.Equal(load.Open,
            WorkQueue.Pick(entries, new WorkQueueQuery { Handler = load.Name }, Ans.AsActor(), Now, [Ans, Bea]).Count));
    }

    [Fact]
    public void Of_LoadsOfTwoWithOneNameAndOfOneWithANewName_AreEachTheirOwn()
    {
        Colleague[] known = [new("1", "Jan Jansen", Today), new("2", "Jan Jansen", Today), new("3", "Bea Nieuw", Today)];
        CaseEntry[] entries =
        [
            Entry(1, Due(5), Assigned("Jan Jansen", "1")), Entry(2, Due(5), Assigned("Jan Jansen", "2")),
            Entry(3, Due(5), Assigned("Jan Jansen", "2")), Entry(4, Due(5), Assigned("Bea Oud", "3")),
            Entry(5, Due(5), Assigned("Bea Nieuw", null)),
        ];

        var loads = HandlerLoad.Of(entries, known, new QueueSignals(Today, new KnownPeople(known)));

        Assert.Equal([("1", 1), ("2", 2), ("3", 2)], loads.OrderBy(load => load.Id).Select(load => (load.Id, load.Open)));
        Assert.All(loads, load => Assert.Equal(load.Open, Count(load.Filter)));
        Assert.Equal((3, 2), (Count("jan jansen"), Count("Bea Nieuw")));

        int Count(string filter) =>
            WorkQueue.Pick(entries, new WorkQueueQuery { Handler = filter }, Ans.AsActor(), Now, known).Count;
        static CaseAssigned Assigned(string name, string? id) => new() { From = null, To = name, ToId = id };
    }

    private static DateTimeOffset Now => WorkingDays.MomentOf(Today, new TimeOnly(12, 0));

    private static int Count(QueueSignal signal, params CaseEntry[] entries) =>
        WorkQueue.Pick(entries, new WorkQueueQuery { Signal = signal }, Bea.AsActor(), Now, [Ans, Bea]).Count;

    private static CaseReported Due(int days) => CaseFiles.Reported() with { DueOn = Today.AddDays(days) };

    private static CaseEscalated Asked(int days) => new() { Requests = [new MinistryAsked(Ministry.Vws, Today.AddDays(days), "", Today)] };

    private static CaseEntry Entry(int number, params CaseChange[] changes) =>
        CaseEntry.Of(CaseFiles.Of(changes) is var file
            ? file with { State = file.State with { Number = CaseNumber.Parse($"RR-2026-0000{number}") } } : file);
}
