using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

/// <summary>A cached case gives way to a newer one only, and can be forgotten.</summary>
public sealed class RecentCasesTests : IDisposable
{
    private readonly RecentCases recent = new();

    public void Dispose() => recent.Dispose();

    [Fact]
    public void Recall_CaseThatWasRemembered_IsThatCase()
    {
        var file = CaseFiles.Of(CaseFiles.Reported());

        Assert.Null(recent.Recall(file.Number));
        Assert.Same(file, recent.Remember(file));
        Assert.Same(file, recent.Recall(file.Number));
    }

    [Fact]
    public void Remember_OlderCase_LeavesTheNewer()
    {
        var newer = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded()) with { Position = 20 };
        var older = CaseFiles.Of(CaseFiles.Reported()) with { Position = 10 };
        recent.Remember(newer);

        Assert.Same(older, recent.Remember(older));

        Assert.Same(newer, recent.Recall(newer.Number));
    }

    [Fact]
    public void Remember_SamePosition_TakesTheLaterPrivatePart()
    {
        var before = CaseFiles.Of(CaseFiles.Reported());
        var erased = before with { Private = new() };
        recent.Remember(before);

        recent.Remember(erased);

        Assert.Same(erased, recent.Recall(before.Number));
    }

    [Fact]
    public void Forget_Case_IsNotRecalled()
    {
        var file = recent.Remember(CaseFiles.Of(CaseFiles.Reported()));

        recent.Forget(file.Number);

        Assert.Null(recent.Recall(file.Number));
    }
}
