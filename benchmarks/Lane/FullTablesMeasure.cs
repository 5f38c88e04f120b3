using Azure.Data.Tables;

namespace Bench.Lane;

/// <summary>
/// Fifty reports at once until all are concluded, with 2,000 cases in storage, beside the same without them. Their streams are written by
/// the app's own store; their rows in the engine's tables are copies of those of a case that ran. Both on an Azurite in memory, so that
/// its writing of large files is not what is measured. The copies have row keys of their own: Azurite finds a row by its row key first, and
/// reads all rows that share it, as those of the engine's histories do. Azure's tables look up by both keys.
/// </summary>
internal sealed class FullTablesMeasure(LaneOptions options) : IMeasure
{
    private const int BatchSize = 100;
    private const int AtOnce = 8;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public string Name => "lane-full";

    public string Description => "fifty reports at once until all cases are concluded, with 2,000 cases in the tables and with none";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("50 cases at once: with 2,000 in the tables, times with none", "ratio", Goal.AtLeast, 0.9),
    ];

    private int Stored => options.IsShort ? 20 : 2_000;

    private int AtTheSameTime => options.IsShort ? 5 : 50;

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        double empty;
        await using (var fresh = await Azurite.StartNewAsync(inMemory: true))
        {
            empty = await PerSecondAsync(fresh);
        }

        await using var full = await Azurite.StartNewAsync(inMemory: true);
        await FillAsync(full);
        return [await PerSecondAsync(full) / empty];
    }

    private async Task<double> PerSecondAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite, DeskProcess.RealClock);
        return await CaseLoad.RunAsync(azurite, desk, AtTheSameTime);
    }

    private async Task FillAsync(Azurite azurite)
    {
        string model;
        await using (var desk = await DeskProcess.StartNewAsync(azurite, DeskProcess.FastPolling))
        {
            using var mails = new MailWatch(azurite.ConnectionString);
            model = (await LaneCase.LiveAsync(desk, mails)).Number;
            await Task.Delay(Settled);
            await desk.StopAsync();
        }

        await CaseSeed.WriteAsync(azurite, Stored, openOfFive: 0);
        foreach (var table in new[] { "Instances", "History" })
        {
            await CopyAsync(new TableClient(azurite.ConnectionString, DeskProcess.Hub + table), model);
        }
    }

    /// <summary>Copies the rows of a case and of its ministries, under as many other numbers.</summary>
    private async Task CopyAsync(TableClient table, string model)
    {
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            if (row.PartitionKey.StartsWith(model, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        if (rows.Count == 0)
        {
            throw new InvalidOperationException($"{table.Name} has no rows of {model}.");
        }

        var copies = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForAsync(0, Stored, copies, async (i, cancellation) =>
        {
            foreach (var batch in rows.GroupBy(row => row.PartitionKey).SelectMany(instance => instance.Chunk(BatchSize)))
            {
                var actions = batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(row)
                {
                    PartitionKey = $"copy-{i}{row.PartitionKey[model.Length..]}",
                    RowKey = $"{i}-{row.RowKey}",
                }));
                await table.SubmitTransactionAsync(actions, cancellation);
            }
        });
    }
}
