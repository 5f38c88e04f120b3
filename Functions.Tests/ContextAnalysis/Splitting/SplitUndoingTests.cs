using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Storage;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>
/// Undoing a split and working on a part at the same time: the one that comes first counts, no work is closed, and a crash
/// leaves no half.
/// </summary>
[Collection(nameof(CaseStorage))]
public sealed class SplitUndoingTests(AzuriteFixture azurite)
{
    private const string Title = "Titel";
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans");

    [Fact]
    public async Task Run_ReportThatWasWorkedOnSinceItWasRead_LetsThePartsGoOn()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (origin, parts) = await SplitAsync(host);
        await AppendAsync(host, parts[0], new CaseAssigned { From = null, To = "Bea" });
        var before = (await FindAsync(host, parts[0])).State;
        await AppendAsync(host, origin.Number, new NoteAdded());

        var result = await UndoingOf(host).RunAsync(Ans, origin, null!, default);

        Assert.Contains(origin.Number.Value, Assert.IsType<CommandResult.Refused>(result).Reason, StringComparison.Ordinal);
        Assert.NotNull((await FindAsync(host, origin.Number)).State.Split);
        var after = (await FindAsync(host, parts[0])).State;
        Assert.Equal((before.Status, before.DueOn, before.OpenPromise), (after.Status, after.DueOn, after.OpenPromise));
        Assert.True(after.Workflows[0].IsExpected && (await FindAsync(host, parts[1])).State.IsOpen);
    }

    /// <summary>What is left by a process that died after closing one part is finished, or taken back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Repair_AfterOnePartWasClosed_FinishesUnlessAnotherIsInUse(bool isOtherInUse)
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (origin, parts) = await SplitAsync(host);
        await AppendAsync(host, parts[0], new PartTakenBack(origin.Number));
        if (isOtherInUse)
        {
            await AppendAsync(host, parts[1], new NoteAdded());
        }

        var service = host.Services.GetRequiredService<SplitService>();
        await service.RepairAsync(By(host), await FindAsync(host, parts[0]), null!, default);
        await service.RepairAsync(By(host), await FindAsync(host, origin.Number), null!, default);

        var whole = await FindAsync(host, origin.Number);
        var files = new[] { await FindAsync(host, parts[0]), await FindAsync(host, parts[1]) };
        Assert.Equal(isOtherInUse, whole.State.Split is not null);
        Assert.All(files, file => Assert.Equal(!isOtherInUse, file.State.Status == CaseStatus.TakenBack));
        Assert.Equal(isOtherInUse ? 0 : 1, whole.Events.Count(e => e.What is ReportSplitUndone));
        Assert.All(whole.Events.Where(e => e.What is ReportSplitUndone), e => Assert.Equal(Ans, e.By));
    }

    /// <summary>Whoever is first: never is a part closed that somebody worked on.</summary>
    [Fact]
    public async Task Undo_WhileSomebodyWorksOnAPart_ClosesNoWork()
    {
        for (var round = 0; round < 8; round++)
        {
            using var host = await MailHost.OpenAsync(azurite);
            var (origin, parts) = await SplitAsync(host);
            var cases = host.Services.GetRequiredService<CaseService>();
            var service = host.Services.GetRequiredService<SplitService>();

            var work = cases.ActAsync(parts[round % 2],
                file => CaseRules.Refusal(file.State, CaseStep.AskReporter) is { } refusal ? new Decision.Refuse(refusal)
                    : new Decision.Append(new NewEvent(Ans, new ReporterAsked())), null!, default);
            var undone = await Task.WhenAll(
                service.UndoAsync(By(host), origin.Number, null!, default), service.UndoAsync(By(host), origin.Number, null!, default));
            await work;
            await service.RepairAsync(By(host), await FindAsync(host, origin.Number), null!, default);

            var whole = await FindAsync(host, origin.Number);
            var files = new[] { await FindAsync(host, parts[0]), await FindAsync(host, parts[1]) };
            var isWorkedOn = files.Any(file => file.Events.Any(e => e.What is ReporterAsked));
            Assert.Equal(isWorkedOn, whole.State.Split is not null);
            Assert.All(files, file => Assert.Equal(!isWorkedOn, file.State.Status == CaseStatus.TakenBack));
            Assert.Equal(!isWorkedOn, undone.Any(result => result is CommandResult.Done));
        }
    }

    private static async Task<(CaseFile Origin, CaseNumber[] Parts)> SplitAsync(MailHost host)
    {
        var file = await host.CreateCaseAsync();
        var parts = Enumerable.Range(0, 2).Select(_ => CaseNumber.New(2026)).ToArray();
        var texts = Enumerable.Range(1, 3).ToDictionary(place => TextNames.OfPart(place, TextNames.Title), place => $"{Title} {place}");
        var split = new ReportSplit { Parts = parts, DueOn = new DateOnly(2027, 1, 11) };
        var origin = (await host.Store.AppendAsync(file, new NewEvent(Ans, split) { Texts = texts }, null, default))!;
        await host.Services.GetRequiredService<SplitService>().RepairAsync(By(host), origin, null!, default);
        return (origin, parts);
    }

    private static async Task AppendAsync(MailHost host, CaseNumber number, CaseChange change) =>
        Assert.NotNull(await host.Store.AppendAsync(await FindAsync(host, number), new NewEvent(Ans, change), null, default));

    private static async Task<CaseFile> FindAsync(MailHost host, CaseNumber number) => (await host.Store.FindAsync(number, default))!;

    private static SplitUndoing UndoingOf(MailHost host) => host.Services.GetRequiredService<SplitUndoing>();

    private static CommandContext By(MailHost host) => new(Actor.System, host.Clock.GetUtcNow());
}
