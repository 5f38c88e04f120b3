using RegelLoket.Tests.Intake;

namespace RegelLoket.Tests.Operations;

/// <summary>Two instances of the app on one storage: whoever was at one can go on at the other.</summary>
public sealed class ScaleOutTests
{
    [Fact]
    public async Task Visitor_WhoIsSentToAnotherInstance_KeepsDraftAndSession()
    {
        await using var one = await AppFixture.StartAsync();
        await using var other = await AppFixture.StartAsync(("AzureWebJobsStorage", one.Storage.ConnectionString), ("TASKHUB_NAME", "OtherInstance"));
        using var visit = new PageVisit(one.Address);
        var journey = new Journey(_ => one.NewClient());
        await journey.ReportAsync();

        await visit.SendAsync("/melden", "/melden");
        await visit.SendAsync("/melden/doel", new Uri(other.Address, "/melden/doel").ToString(), ("omschrijving", "Wij willen samen opleiden."), ("titel", "Samen opleiden"));
        Assert.Contains("Samen opleiden", await visit.ReadAsync("/melden/doel"), StringComparison.Ordinal);

        await visit.FollowAsync(journey.Number, journey.Code);
        using var followed = await visit.Http.GetAsync(new Uri(other.Address, "/volgen/melding"));
        Assert.Equal("/volgen/melding", followed.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(journey.Number, await followed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
