using LocalHost.Lokaal.Pages;

namespace LocalHost.Lokaal;

/// <summary>The progress of the app's program that adds samples, for the pages that are opened meanwhile.</summary>
internal sealed class SamplesProgress
{
    private volatile Stand? stand;

    /// <summary>Whether the program runs.</summary>
    public bool AreComing => stand is { IsWhole: null };

    /// <summary>Marks the program as running.</summary>
    public void Begin() => stand = new Stand(0, 0, IsWhole: null);

    /// <summary>Records the number of samples that are there.</summary>
    public void Report(int done, int all) => stand = new Stand(done, all, IsWhole: null);

    /// <summary>Marks the program as ended.</summary>
    public void End(bool isWhole) => stand = new Stand(0, 0, isWhole);

    /// <summary>Returns the progress as HTML; empty when no samples were asked for.</summary>
    public Html InWords() => stand switch
    {
        null => Html.Empty,
        { IsWhole: true } => Html.Of($"<p role=\"status\">De voorbeelden staan klaar.</p>"),
        { IsWhole: false } => Html.Of($"<p role=\"status\">Niet alle voorbeelden zijn er gekomen. In de terminal staat waarom.</p>"),
        { All: 0 } => Html.Of($"<p role=\"status\">Er komen voorbeelden bij. <a href=\"/lokaal\">Kijk opnieuw</a></p>"),
        var (done, all, _) => Html.Of($"""
            <p role="status">Er komen voorbeelden bij: {done} van {all}. Je kunt al beginnen; de lijsten en cijfers kloppen als alles er is.
            <a href="/lokaal">Kijk opnieuw</a></p>
            """),
    };

    private sealed record Stand(int Done, int All, bool? IsWhole);
}
