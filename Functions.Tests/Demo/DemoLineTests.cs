using RegelLoket.Demo;
using RegelLoket.Tests.ContextAnalysis;

namespace RegelLoket.Tests.Demo;

/// <summary>The table of the demo and the texts that it names.</summary>
public sealed class DemoLineTests
{
    [Fact]
    public void All_Lines_TellEverySampleOnce() => Assert.Equal(
        Samples.ReadFolder("meldingen").Concat(Samples.ReadFolder("demo"))
            .Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(),
        DemoLine.All().Select(line => line.Sample).Order());

    [Fact]
    public void All_Lines_AreOldestFirst() => Assert.Equal(
        DemoLine.All().Select(line => line.ReportedBefore).OrderDescending(), DemoLine.All().Select(line => line.ReportedBefore));

    [Fact]
    public void All_Readers_AreNotTheAnalyst() => Assert.All(
        DemoLine.All().Where(line => line.Analyst.Name.Length > 0),
        line => Assert.False(line.Reader.IsSamePerson(line.Analyst), line.Sample));
}
