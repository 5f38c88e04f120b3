using RegelLoket.Storage;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class StandstillsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Standstills standstills = new();

    [Fact]
    public void Count_SamePlaceInSuccessiveRounds_GoesOn()
    {
        Assert.Equal(1, standstills.Count("a", new WorkflowStatus(3, Noon)));
        Assert.Equal(2, standstills.Count("a", new WorkflowStatus(3, Noon)));
        Assert.Equal(3, standstills.Count("a", new WorkflowStatus(3, Noon)));
    }

    [Fact]
    public void Count_InstanceThatMoved_BeginsAnew()
    {
        standstills.Count("a", new WorkflowStatus(3, Noon));

        Assert.Equal(1, standstills.Count("a", new WorkflowStatus(4, Noon)));
        Assert.Equal(1, standstills.Count("a", new WorkflowStatus(4, Noon.AddDays(1))));
    }

    [Fact]
    public void Count_AnotherInstance_IsApart()
    {
        standstills.Count("a", new WorkflowStatus(3));

        Assert.Equal(1, standstills.Count("b", new WorkflowStatus(3)));
    }

    [Fact]
    public void Forget_AnInstance_CountsFromTheBeginning()
    {
        standstills.Count("a", new WorkflowStatus(3));
        standstills.Forget("a");

        Assert.Equal(1, standstills.Count("a", new WorkflowStatus(3)));
    }
}
