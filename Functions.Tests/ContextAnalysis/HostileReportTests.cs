using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class HostileReportTests
{
    /// <summary>A step that takes every beginning of a word takes the square of its length: thousands of megabytes here.</summary>
    [Fact]
    public void Suggest_OneWordOf64Kilobytes_TakesMemoryInProportion()
    {
        var engine = new SuggestionEngine(RuleCatalogue.LoadEmbedded());
        var word = new string('a', 64 * 1024);
        var report = ReportText.Of(field => field.TextName == TextNames.Obstacle ? word : "", branche: null);
        engine.Suggest(new ReportText { ["belemmering"] = "De uitkering stopt." });
        var before = GC.GetAllocatedBytesForCurrentThread();

        var suggestion = engine.Suggest(report);

        Assert.Empty(suggestion.Ministries);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }
}
