namespace Bench.Measures;

/// <summary>One whole case over the API, from report through two ministries to the library: how many storage requests the process needs for it, idle polling taken off.</summary>
internal sealed class WholeCaseMeasure : IMeasure
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    public string Name => "case";

    public string Description => "one case from report through two ministries to its publication: storage requests";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } = [new("one whole case, storage requests", "requests", Goal.AtMost, 120)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskApp.StartAsync(azurite);
        using var mails = new MailWatch(azurite.ConnectionString);
        await LiveAsync(desk, mails);
        await Task.Delay(Settled);

        var idleFrom = desk.StorageRequests;
        await Task.Delay(Settled);
        var idlePerSecond = (desk.StorageRequests - idleFrom) / Settled.TotalSeconds;

        var from = desk.StorageRequests;
        var started = TimeProvider.System.GetTimestamp();
        await LiveAsync(desk, mails);
        await Task.Delay(Settled);
        return [desk.StorageRequests - from - (idlePerSecond * TimeProvider.System.GetElapsedTime(started).TotalSeconds)];
    }

    private static async Task LiveAsync(DeskApp desk, MailWatch mails)
    {
        var journey = new CaseJourney(desk.Client, mails.TextWithAsync);
        await journey.ToOutcomeAsync();
        await journey.PublishAsync();
    }
}
