using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>
/// A process that dies between the event in the stream of the report and the cases of its parts leaves nothing half done:
/// whoever comes next finishes it, and once.
/// </summary>
[Collection(nameof(CaseStorage))]
public sealed class SplitCutOffTests(AzuriteFixture azurite)
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task RepairAsync_AfterSoManyPartsWereMade_MakesTheRestOnce(int made, bool isHalfMade)
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (origin, parts) = await SplitWithoutPartsAsync(host, 2);
        var service = host.Services.GetRequiredService<SplitService>();
        foreach (var (split, place, number) in SplitRules.ToMake(origin).Take(made))
        {
            await host.Services.GetRequiredService<SplitParts>().MakeAsync(origin, split, place, number, null!, default);
        }

        if (isHalfMade)
        {
            // The private part of the first was written and its event was not.
            await host.Store.Stream(parts[0]).DeleteAsync();
            Assert.Null(await host.Store.FindAsync(parts[0], default));
        }

        await Task.WhenAll(service.RepairAsync(By(host), origin, null!, default), service.RepairAsync(By(host), origin, null!, default));
        await service.RepairAsync(By(host), origin, null!, default);

        for (var place = 2; place <= 3; place++)
        {
            var part = (await host.Store.FindAsync(parts[place - 2], default))!;
            Assert.Equal(($"Titel {place}", origin.Number), (part.Title, part.State.SplitFrom));
            Assert.Equal($"Omschrijving {place}", part.Reported(TextNames.Description));
            Assert.Equal(origin.Private.Reporter, part.Private.Reporter);
            Assert.Single(part.Events, e => e.What is CaseReported);
        }
    }

    [Fact]
    public async Task RepairAsync_OfAPartWhoseSplitWasUndoneMeanwhile_EndsIt()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (origin, parts) = await SplitWithoutPartsAsync(host, 1);
        var service = host.Services.GetRequiredService<SplitService>();
        await service.RepairAsync(By(host), origin, null!, default);
        await host.Store.AppendAsync(origin, new NewEvent(Ans, new ReportSplitUndone(2)), null, default);
        var part = (await host.Store.FindAsync(parts[0], default))!;

        var changed = await service.RepairAsync(By(host), part, null!, default);
        var again = await service.RepairAsync(By(host), (await host.Store.FindAsync(parts[0], default))!, null!, default);

        var ended = (await host.Store.FindAsync(parts[0], default))!;
        Assert.Equal((true, false), (changed, again));
        Assert.Equal(CaseStatus.TakenBack, ended.State.Status);
        Assert.Single(ended.Events, e => e.What is PartTakenBack);
    }

    [Fact]
    public async Task RepairAsync_AfterTheTextsWereErased_MakesNoCaseWithoutWords()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (origin, parts) = await SplitWithoutPartsAsync(host, 1);
        var erased = (await host.Store.AppendAsync(
            origin, new NewEvent(Actor.Reporter, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }),
            _ => new PrivateCase(), default))!;

        await host.Services.GetRequiredService<SplitService>().RepairAsync(By(host), erased, null!, default);

        Assert.Null(await host.Store.FindAsync(parts[0], default));
    }

    /// <summary>The report as a process leaves it that dies right after the event.</summary>
    private static async Task<(CaseFile Origin, CaseNumber[] Parts)> SplitWithoutPartsAsync(MailHost host, int others)
    {
        var file = await host.CreateCaseAsync();
        var parts = Enumerable.Range(0, others).Select(_ => CaseNumber.New(2026)).ToArray();
        var texts = Enumerable.Range(1, others + 1).SelectMany(place => new[]
        {
            (TextNames.OfPart(place, TextNames.Title), $"Titel {place}"),
            (TextNames.OfPart(place, TextNames.Description), $"Omschrijving {place}"),
        }).ToDictionary(text => text.Item1, text => text.Item2);
        var split = new ReportSplit { Parts = parts, DueOn = new DateOnly(2027, 1, 11) };
        return ((await host.Store.AppendAsync(file, new NewEvent(Ans, split) { Texts = texts }, null, default))!, parts);
    }

    private static CommandContext By(MailHost host) => new(Actor.System, host.Clock.GetUtcNow());
}
