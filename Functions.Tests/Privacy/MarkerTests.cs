using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Intake.Drafts;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Intake;
using RegelLoket.Web;

namespace RegelLoket.Tests.Privacy;

/// <summary>
/// Plants a word in every private field of a case, from the report to the effect, and looks for it wherever it must not be: what the public
/// can get, whatever the address; storage outside the private containers, with names, metadata and zips; queues; mail subjects; logs and
/// exceptions.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class MarkerTests(AppFixture app)
{
    private const string Marker = MarkedCase.Marker;

    /// <summary>
    /// Where private texts belong, each with a term or an end of its own. Mails go to those concerned; only their subjects must be clean.
    /// </summary>
    private static readonly string[] PrivateContainers =
        [CaseStore.PrivateContainer, DraftStore.Container, AnswerDrafts.Container, InboundMailStore.Container, "mailbox"];

    [Fact]
    public async Task Markers_InEveryPrivateField_AreNowhereElseAndGoneAfterErasure()
    {
        var journey = await new MarkedCase(app).PlantAsync();
        var follower = await new MarkedCase(app).PlantBesideAsync(journey);
        Assert.Empty(await TextsWithoutMarkerAsync());
        await DamageAsync();

        await AssertPublicIsCleanAsync(journey, journey.Number.ToLowerInvariant());
        await AssertPublicIsCleanAsync(journey, $"{journey.Number.ToLowerInvariant()}-experiment-1");
        Assert.DoesNotContain(app.Log, Holds);
        await AssertStorageIsCleanAsync(PrivateContainers);
        await AssertQueuesAreCleanAsync();
        Assert.DoesNotContain(await journey.MailsAsync(), mail => Holds(mail.Subject));
        await AssertEncodedAsync(journey, follower);

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 200, null,
            ("Volgcode", journey.Code));
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}-2/wissingen", new { }, 200, null, ("Volgcode", follower));
        await app.Services.GetRequiredService<Eraser>().EraseAsync(
            CaseNumber.Parse(journey.Number), ErasedData.Texts, ErasureGround.Request, Actor.System, default, CasePerson.Participating(1));
        foreach (var container in new[] { CaseStore.PrivateContainer, AnswerDrafts.Container, InboundMailStore.Container })
        {
            Assert.DoesNotContain(await BlobsWithMarkerAsync(container), blob => blob.Contains(journey.Number, StringComparison.Ordinal));
        }
    }

    /// <summary>The kinds of private text that hold the word nowhere: a new kind must be planted too.</summary>
    private async Task<IEnumerable<string>> TextsWithoutMarkerAsync()
    {
        var planted = new HashSet<string>();
        await foreach (var blob in app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobsAsync())
        {
            var content = JsonSerializer.Deserialize<JsonElement>(
                await ContentAsync(app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(blob.Name)));
            planted.UnionWith(content.GetProperty("texts").EnumerateObject().SelectMany(e => e.Value.EnumerateObject())
                .Where(text => Holds(text.Value.ToString())).Select(text => text.Name));
        }

        return typeof(TextNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(planted);
    }

    /// <summary>Bodies and stored texts that cannot be read, so that what fails on them tells of it.</summary>
    private async Task DamageAsync()
    {
        foreach (var body in new[] { $"{{\"titel\": \"{Marker}", $"{{\"titel\": 5, \"{Marker}\": true}}", Marker })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await app.Http.PostAsync(new Uri("/v1/meldingen", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        var broken = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await broken.ReportAsync();
        var blob = app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(broken.Number);
        await blob.UploadAsync(new BinaryData($"{{\"texts\": {{ \"1\": \"{Marker}\" }}}}"), overwrite: true);
        using var analyst = app.AsAnalyst();
        using var failed = await analyst.GetAsync(new Uri($"/v1/zaken/{broken.Number}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.False(Holds(await failed.Content.ReadAsStringAsync()));
        await blob.DeleteAsync();
        await app.Storage.Blobs.GetBlobContainerClient(CaseStore.StreamContainer).DeleteBlobAsync($"{broken.Number[3..7]}/{broken.Number}");
        await app.Storage.Blobs.GetBlobContainerClient(CaseIndex.OpenContainer).DeleteBlobIfExistsAsync(broken.Number);
    }

    /// <summary>Every route that is open to everybody, asked about this case.</summary>
    private async Task AssertPublicIsCleanAsync(Journey journey, string id)
    {
        var routes = RouteTable.Routes.Where(r => r.Policy?.Audience == Audience.Public
            && (r.Methods.Count == 0 || r.Methods.Contains("GET"))).ToList();
        Assert.Contains(routes, r => r.Template == "zaken/{zaaknummer}");
        var addresses = routes.Where(r => r.Template != UnknownAddressFunction.Route)
            .Select(r => "/" + string.Join('/', r.Template.Split('/')
                .Select(part => part == StartFunction.Route ? "" : !part.StartsWith('{') ? part
                : part.Contains("zaaknummer", StringComparison.Ordinal) ? journey.Number : id)))
            .Concat(["/bibliotheek?zoek=WW", "/bibliotheek/feed.atom?thema=leven-lang-ontwikkelen", "/v1/casussen?formaat=csv",
                "/v1/factsheets?formaat=csv", "/v1/koplopers?formaat=csv"]);
        foreach (var address in addresses)
        {
            using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            Assert.False(Holds(answer.Headers.ToString()) || Holds(answer.Content.Headers.ToString())
                || HoldsAnywhere(await answer.Content.ReadAsByteArrayAsync()), address);
        }

        using var shared = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
    }

    /// <summary>
    /// Whoever may read the texts reads them as text: on the pages of the case, of the reporter and of who joined, and in the mails.
    /// </summary>
    private async Task AssertEncodedAsync(Journey journey, string follower)
    {
        using var coordinator = app.AsCoordinator();
        using var reporter = new PageVisit(app.Address);
        using var joined = new PageVisit(app.Address);
        var pages = new List<(string Where, string Html)>
        {
            ("reporter", await reporter.FollowAsync(journey.Number, journey.Code)),
            ("follower", await joined.FollowAsync($"{journey.Number}-2", follower)),
            ("own data", await reporter.ReadAsync("/volgen/gegevens")),
        };
        string[] tabs = ["", "/context", "/probleemstelling", "/ministeries", "/oplossing", "/publicatie", "/dossier"];
        foreach (var tab in tabs)
        {
            pages.Add((tab, await coordinator.GetStringAsync(new Uri($"/werkbank/zaken/{journey.Number}{tab}", UriKind.Relative))));
        }

        pages.AddRange((await journey.MailsAsync()).Select(mail => ($"mail {mail.Subject}", mail.Html)));
        Assert.All(pages, page =>
            Assert.False(page.Html.Contains("<script>alert", StringComparison.OrdinalIgnoreCase)
            || page.Html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), page.Where));
        Assert.True(pages.Count(page => page.Html.Contains($"{Marker}&lt;/textarea&gt;", StringComparison.Ordinal)) >= 10,
            string.Join(", ", pages.Where(page => Holds(page.Html)).Select(page => page.Where)));
    }

    private async Task AssertStorageIsCleanAsync(string[] except)
    {
        await foreach (var container in app.Storage.Blobs.GetBlobContainersAsync())
        {
            if (!except.Contains(container.Name))
            {
                Assert.Empty(await BlobsWithMarkerAsync(container.Name));
            }
        }
    }

    private async Task AssertQueuesAreCleanAsync()
    {
        // Messages of the engine are plain text, those of the app Base64.
        var service = new QueueServiceClient(app.Storage.ConnectionString);
        await foreach (var queue in service.GetQueuesAsync())
        {
            var messages = await service.GetQueueClient(queue.Name).PeekMessagesAsync(32);
            Assert.DoesNotContain(messages.Value, message => Holds(message.MessageText) || Holds(Decoded(message.MessageText)));
        }
    }

    private static string Decoded(string text)
    {
        var content = new byte[text.Length];
        return Convert.TryFromBase64String(text, content, out var length) ? Encoding.UTF8.GetString(content, 0, length) : "";
    }

    private async Task<List<string>> BlobsWithMarkerAsync(string container)
    {
        var found = new List<string>();
        var client = app.Storage.Blobs.GetBlobContainerClient(container);
        await foreach (var blob in client.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata | BlobTraits.Tags }))
        {
            var beside = blob.Name + string.Concat((blob.Metadata ?? new Dictionary<string, string>())
                .Select(m => m.Key + Uri.UnescapeDataString(m.Value)));
            if (Holds(beside) || (blob.Properties.ContentLength > 0 && HoldsAnywhere(await ContentAsync(client.GetBlobClient(blob.Name)))))
            {
                found.Add($"{container}/{blob.Name}");
            }
        }

        return found;
    }

    /// <summary>A blob may go while the list is read; then it holds nothing any more.</summary>
    private static async Task<byte[]> ContentAsync(Azure.Storage.Blobs.BlobClient blob)
    {
        try
        {
            return (await blob.DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (Azure.RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return [];
        }
    }

    /// <summary>Looks into a text and, when it is a zip, into each of its files.</summary>
    private static bool HoldsAnywhere(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return Holds(WebUtility.HtmlDecode(Encoding.UTF8.GetString(content)));
        }

        using var zip = new ZipArchive(new MemoryStream(content));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            if (Holds(entry.Name) || Holds(reader.ReadToEnd()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(string text) => text.Contains(Marker, StringComparison.OrdinalIgnoreCase);
}
