namespace Bench.Lane;

/// <summary>What the measures of the lane compare with, and how long they take.</summary>
/// <param name="BaseFolder">The folder of a built app to compare with; null for that of <see cref="BaseApp"/>.</param>
/// <param name="IsShort">Whether a run only shows that the measure works: few samples, short pauses.</param>
internal sealed record LaneOptions(string? BaseFolder, bool IsShort)
{
    /// <summary>Measures the base first and then today's app, each on an Azurite of its own that nothing has been written to.</summary>
    /// <param name="azurite">The run's Azurite, for today's app.</param>
    /// <param name="measure">Measures one app, given its storage and its folder.</param>
    public async Task<(T Today, T Base)> CompareAsync<T>(Azurite azurite, Func<Azurite, string, Task<T>> measure)
    {
        var folder = BaseFolder ?? await BaseApp.FolderAsync();
        await using var other = await Azurite.StartNewAsync();
        var before = await measure(other, folder);
        return (await measure(azurite, DeskProcess.BuiltApp), before);
    }
}
