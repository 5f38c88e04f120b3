using LocalHost.Hosting;
using LocalHost.Lokaal.Clock;
using LocalHost.Lokaal.Pages;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalHost.Lokaal.Orchestrations;

/// <summary>The pages of the orchestrations: what they wait for and their history, in real time.</summary>
internal sealed class OrchestrationPages(FunctionHost host)
{
    private const int AtMost = 200;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("orkestraties", ListAsync);
        pages.MapGet("orkestraties/{id}", ShowAsync);
        pages.MapGet("orkestraties/{id}/geschiedenis", ShowRawAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http, string? status, string? zoek)
    {
        OrchestrationRuntimeStatus? chosen =
            Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var known) ? known : null;
        var filter = new OrchestrationStatusQueryCondition
        {
            RuntimeStatus = chosen is { } one ? [one] : null,
            InstanceIdPrefix = string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim(),
            PageSize = AtMost,
            ShowInput = false,
        };
        var rows = await RowsAsync(filter, http.RequestAborted);
        if (!LocalPage.WantsHtml(http.Request))
        {
            return Results.Json(rows.Select(row => new
            {
                id = row.InstanceId,
                naam = row.Name,
                status = row.RuntimeStatus.ToString(),
                begonnen = row.CreatedTime,
                gewijzigd = row.LastUpdatedTime,
            }));
        }

        var options = Enum.GetValues<OrchestrationRuntimeStatus>().Where(value => StatusInWords(value) is not null)
            .Select(value => Html.Of(
                $"<option value=\"{value}\" {new Html(value == chosen ? "selected" : "")}>{StatusInWords(value)}</option>"));
        return LocalPage.Show(http, "Orkestraties", Html.Of($"""
            <form method="get" action="/lokaal/orkestraties" role="search">
              <label for="zoek">Nummer begint met</label><input id="zoek" name="zoek" value="{zoek}">
              <label for="status">Status</label><select id="status" name="status"><option value="">alle</option>{options}</select>
              <button>Zoek</button>
            </form>
            <p>{CountInWords(rows.Count)} Ze lopen op de echte tijd, ook als de <a href="/lokaal/klok">klok</a> is verzet.</p>
            {(rows.Count == 0 ? Html.Empty : Table(rows))}
            """));
    }

    private async Task<IReadOnlyList<DurableOrchestrationStatus>> RowsAsync(
        OrchestrationStatusQueryCondition filter, CancellationToken cancellation)
    {
        var rows = new List<DurableOrchestrationStatus>();
        do
        {
            var page = await host.Durable.ListInstancesAsync(filter, cancellation);
            rows.AddRange(page.DurableOrchestrationState);
            filter.ContinuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(filter.ContinuationToken) && rows.Count < AtMost);
        return [.. rows.Take(AtMost).OrderByDescending(row => row.LastUpdatedTime)];
    }

    private static string CountInWords(int count) => count switch
    {
        0 => "Er is geen orkestratie.",
        1 => "1 orkestratie.",
        < AtMost => $"{count} orkestraties, de laatst gewijzigde bovenaan.",
        _ => $"Dit zijn er {AtMost}; er zijn er meer. Zoek op nummer of status om ze te zien.",
    };

    private static Html Table(IEnumerable<DurableOrchestrationStatus> rows) => Html.Of($"""
        <div class="scroll"><table class="list">
        <thead><tr><th scope="col">Nummer</th><th scope="col">Naam</th><th scope="col">Status</th><th scope="col">Begonnen</th>
        <th scope="col">Laatst gewijzigd</th></tr></thead>
        <tbody>{rows.Select(Row)}</tbody></table></div>
        """);

    private static Html Row(DurableOrchestrationStatus row) => Html.Of($"""
        <tr><td>{HistoryInWords.Link(row.InstanceId)}</td><td>{row.Name}</td>
        <td class="{(row.RuntimeStatus == OrchestrationRuntimeStatus.Failed ? "failed" : "")}">{StatusInWords(row.RuntimeStatus)}</td>
        <td>{Ago(row.CreatedTime)}</td><td>{Ago(row.LastUpdatedTime)}</td></tr>
        """);

    private async Task<IResult> ShowAsync(HttpContext http, string id)
    {
        if (await FindAsync(id) is not { } instance)
        {
            return NotThere(http);
        }

        var history = HistoryInWords.EntriesOf(instance.History);
        var isOpen = instance.RuntimeStatus is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending
            or OrchestrationRuntimeStatus.Suspended;
        return LocalPage.Show(http, $"{instance.Name} {instance.InstanceId}", Html.Of($"""
            <p><a href="/lokaal/orkestraties">Terug naar de lijst</a> ·
            <a href="{AddressOf(id)}/geschiedenis">Geschiedenis als JSON</a></p>
            <dl class="pairs"><dt>Status</dt><dd>{StatusInWords(instance.RuntimeStatus)}</dd>
            <dt>Begonnen</dt><dd>{When(instance.CreatedTime)}</dd><dt>Laatst gewijzigd</dt><dd>{When(instance.LastUpdatedTime)}</dd>
            {Payload("Invoer", instance.Input)}{Payload("Eigen status", instance.CustomStatus)}{Payload("Uitvoer", instance.Output)}</dl>
            {(isOpen ? Html.Of($"<h2>Waarop hij wacht</h2>{HistoryInWords.Waits(history)}") : Html.Empty)}
            <h2>Wat er is gebeurd</h2>
            <ol class="timeline">{history.Select(HistoryInWords.Item)}</ol>
            """));
    }

    private async Task<IResult> ShowRawAsync(HttpContext http, string id)
    {
        if (await FindAsync(id) is not { } instance)
        {
            return NotThere(http);
        }

        LocalPage.SetHeaders(http.Response, "default-src 'none'");
        return Results.Text((instance.History ?? []).ToString(Formatting.Indented), "application/json; charset=utf-8");
    }

    private Task<DurableOrchestrationStatus?> FindAsync(string id) =>
        host.Durable.GetStatusAsync(id, showHistory: true, showHistoryOutput: true, showInput: true)!;

    private static string AddressOf(string id) => $"/lokaal/orkestraties/{Uri.EscapeDataString(id)}";

    private static Html Ago(DateTime at) =>
        Html.Of($"<time datetime=\"{at:O}\">{Age.InWords(TimeProvider.System.GetUtcNow().UtcDateTime - at)} geleden</time>");

    private static Html When(DateTime at) => Html.Of($"<time datetime=\"{at:O}\">{at:yyyy-MM-dd HH:mm:ss}</time>");

    private static Html Payload(string name, JToken? json) =>
        json is null or { Type: JTokenType.Null } ? Html.Empty : Html.Of($"<dt>{name}</dt><dd><pre>{json}</pre></dd>");

    private static string? StatusInWords(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Running => "loopt",
        OrchestrationRuntimeStatus.Pending => "nog niet begonnen",
        OrchestrationRuntimeStatus.Suspended => "stilgezet",
        OrchestrationRuntimeStatus.Completed => "klaar",
        OrchestrationRuntimeStatus.Failed => "mislukt",
        OrchestrationRuntimeStatus.Terminated => "afgebroken",
        OrchestrationRuntimeStatus.ContinuedAsNew => "opnieuw begonnen",
        OrchestrationRuntimeStatus.Canceled => "geannuleerd",
        _ => null,
    };

    private static IResult NotThere(HttpContext http) => LocalPage.NotFound(http, "Deze orkestratie");
}
