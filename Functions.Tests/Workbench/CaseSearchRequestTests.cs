using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>A search as a body is the same query as in an address, and is refused for the same faults.</summary>
public sealed class CaseSearchRequestTests
{
    [Fact]
    public void AsQuery_EveryField_ReachesTheQuery()
    {
        var errors = new Dictionary<string, string>();

        var query = WorkQueueQuery.Read(
            new CaseSearchRequest
            {
                Search = "jansen",
                Status = "in-analyse",
                Signal = "te-laat",
                Ministry = "vws",
                Theme = "gezond-werken",
                Branche = "ggd",
                Handler = "Ans",
                Rule = "Wet BIG",
                AtLeastDaysOld = 14,
                WithClosed = "ja",
                Tab = "alle",
                Order = "nieuwste",
                Page = 3,
            }.AsQuery(), QueueTab.All, errors);

        Assert.Empty(errors);
        Assert.Equal(("jansen", "Ans", "Wet BIG"), (query.Search, query.Handler, query.Rule));
        Assert.Equal((Ministry.Vws, Theme.GezondWerken, Branche.Ggd), (query.Ministry, query.Theme, query.Branche));
        Assert.Equal((14, true, QueueTab.All, 3), (query.AtLeastDaysOld, query.WithClosed, query.Tab, query.Page));
        Assert.Equal((CaseStatus.Analysing, QueueSignal.Late, QueueOrder.Newest), (query.Status, query.Signal, query.Order));
    }

    [Fact]
    public void AsQuery_Slugs_AreThoseOfTheLists()
    {
        foreach (var status in EnumNames.All<CaseStatus>())
        {
            Assert.Equal(status, Read(new CaseSearchRequest { Status = status.Slug() }).Status);
        }

        foreach (var signal in EnumNames.All<QueueSignal>())
        {
            Assert.Equal(signal, Read(new CaseSearchRequest { Signal = signal.Slug() }).Signal);
        }

        foreach (var order in EnumNames.All<QueueOrder>())
        {
            Assert.Equal(order, Read(new CaseSearchRequest { Order = order.Slug() }).Order);
        }
    }

    [Fact]
    public void AsQuery_Nothing_IsTheQueueAsItOpens()
    {
        Assert.Empty(new CaseSearchRequest().AsQuery());
        Assert.Equal(new WorkQueueQuery { Tab = QueueTab.All }, Read(new CaseSearchRequest()));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("signaal")]
    [InlineData("ministerie")]
    [InlineData("thema")]
    [InlineData("branche")]
    [InlineData("afgerond")]
    [InlineData("tab")]
    [InlineData("volgorde")]
    public void AsQuery_ValueThatIsInNoList_IsRefusedAtItsField(string field)
    {
        var errors = new Dictionary<string, string>();
        const string Wrong = "bestaat-niet";

        WorkQueueQuery.Read(new CaseSearchRequest
        {
            Status = field == "status" ? Wrong : null,
            Signal = field == "signaal" ? Wrong : null,
            Ministry = field == "ministerie" ? Wrong : null,
            Theme = field == "thema" ? Wrong : null,
            Branche = field == "branche" ? Wrong : null,
            WithClosed = field == "afgerond" ? Wrong : null,
            Tab = field == "tab" ? Wrong : null,
            Order = field == "volgorde" ? Wrong : null,
        }.AsQuery(), QueueTab.All, errors);

        Assert.Equal([field], errors.Keys);
        Assert.StartsWith("Kies uit ", errors[field], StringComparison.Ordinal);
    }

    [Property]
    public void AsQuery_AnyNumbers_AreTakenInTheirRangeAndElseRefused(int page, int days)
    {
        var errors = new Dictionary<string, string>();

        var query = WorkQueueQuery.Read(
            new CaseSearchRequest { Page = page, AtLeastDaysOld = days }.AsQuery(), QueueTab.All, errors);

        Assert.Equal(page is < 1 or > 100_000, errors.ContainsKey("pagina"));
        Assert.Equal(days is < 1 or > 36_500, errors.ContainsKey("leeftijd"));
        Assert.Equal(errors.ContainsKey("pagina") ? 1 : page, query.Page);
    }

    private static WorkQueueQuery Read(CaseSearchRequest request)
    {
        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(request.AsQuery(), QueueTab.All, errors);
        Assert.Empty(errors);
        return query;
    }
}
