using Azure.Data.Tables;
using RegelLoket.Tests.Intake;

namespace RegelLoket.Tests.Operations;

/// <summary>Two instances of the app on one storage: whoever was at one can go on at the other.</summary>
public sealed class ScaleOutTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Visitor_WhoIsSentToAnotherInstance_KeepsDraftAndSession()
    {
        await using var one = await AppFixture.StartAsync();
        await using var other = await AppFixture.StartAsync(("AzureWebJobsStorage", one.Storage.ConnectionString),
            ("TASKHUB_NAME", "OtherInstance"));
        using var visit = new PageVisit(one.Address);
        var journey = new Journey(_ => one.NewClient());
        await journey.ReportAsync();

        await visit.SendAsync("/melden", "/melden");
        await visit.SendAsync("/melden/doel", new Uri(other.Address, "/melden/doel")
            .ToString(), ("omschrijving", "Wij willen samen opleiden."), ("titel", "Samen opleiden"));
        Assert.Contains("Samen opleiden", await visit.ReadAsync("/melden/doel"), StringComparison.Ordinal);

        await visit.FollowAsync(journey.Number, journey.Code);
        using var followed = await visit.Http.GetAsync(new Uri(other.Address, "/volgen/melding"));
        Assert.Equal("/volgen/melding", followed.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(journey.Number, await followed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>On one machine the owners of partitions need names of their own; in Azure each machine has one.</summary>
    [Fact]
    public async Task Hub_OfTwoHostsOneKilled_IsCarriedOnByTheOtherWithEachMailOnce()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        await using var one = Named(storage, "een");
        await using var other = Named(storage, "twee");
        await one.StartAsync();
        await other.StartAsync();
        await Journey.UntilAsync(async () => (await OwnersAsync(storage)).Count == 2, "a partition for each host");

        var journeys = new List<Journey>();
        await ReportAsync(journeys, one, 3);
        await ReportAsync(journeys, other, 3);
        await one.KillAsync();
        await one.KillWorkerAsync();
        await Journey.UntilAsync(async () => (await OwnersAsync(storage)).Count == 1, "the other host to own all partitions");
        await ReportAsync(journeys, other, 3);

        var subjects = (await new Journey(other.Client).AllMailsAsync()).Select(mail => mail.Subject).ToList();
        Assert.All(journeys, journey => Assert.Single(subjects, subject => subject.Contains(journey.Number, StringComparison.Ordinal)));
    }

    private AppProcess Named(TestStorage storage, string name) =>
        new(storage, log) { Environment = { ["WEBSITE_CURRENT_STAMPNAME"] = name, ["RoleInstanceId"] = name } };

    /// <summary>Reports cases and waits for the receipt of each.</summary>
    private static async Task ReportAsync(List<Journey> journeys, AppProcess app, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var journey = new Journey(app.Client);
            await journey.ReportAsync();
            await journey.MailAsync(_ => true);
            journeys.Add(journey);
        }
    }

    private static async Task<HashSet<string>> OwnersAsync(TestStorage storage)
    {
        var owners = new HashSet<string>();
        await foreach (var partition in new TableClient(storage.ConnectionString, "RegelLoketPartitions").QueryAsync<TableEntity>())
        {
            owners.Add(partition.GetString("CurrentOwner") ?? "");
        }

        return owners;
    }
}
