using System.Text;
using LocalRuntime.Hosting.Durable;
using LocalRuntime.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Hosting.Pages;

/// <summary>Shows what orchestrations run, what they wait for and what has happened to them.</summary>
internal sealed class OrchestrationPages(DurableHost durable, LocalClock clock)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("orkestraties", ListAsync);
        pages.MapGet("orkestraties/{id}", ShowAsync);
        pages.MapGet("orkestraties/{id}/geschiedenis", ShowRawAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http, string? status, string? zoek)
    {
        var chosen = Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var known) ? known : (OrchestrationRuntimeStatus?)null;
        var filter = new InstanceFilter
        {
            Statuses = chosen is { } one ? new HashSet<OrchestrationRuntimeStatus> { one } : null,
            IdPrefix = string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim(),
        };
        var rows = durable.Viewer is { } viewer ? await viewer.ListAsync(filter, http.RequestAborted) : [];
        if (!LocalPage.WantsHtml(http.Request))
        {
            return Results.Json(rows.Select(row => new
            {
                id = row.InstanceId, naam = row.Name, versie = row.Version, status = row.Status.ToString(), begonnen = row.CreatedAt,
                gewijzigd = row.UpdatedAt, volgendeTimer = row.NextTimer, ouder = row.ParentInstanceId,
            }));
        }

        var options = Enum.GetValues<OrchestrationRuntimeStatus>()
            .Select(value => Html.Of($"<option value=\"{value}\" {new Html(value == chosen ? "selected" : "")}>{StatusInWords(value)}</option>"));
        return LocalPage.Show(http, "Orkestraties", Html.Of($"""
            <form method="get" action="/lokaal/orkestraties" role="search">
              <label for="zoek">Nummer begint met</label><input id="zoek" name="zoek" value="{zoek}">
              <label for="status">Status</label><select id="status" name="status"><option value="">alle</option>{options}</select>
              <button>Zoek</button>
            </form>
            <p>{(rows.Count == 1 ? "1 orkestratie." : rows.Count < filter.Limit ? $"{rows.Count} orkestraties." : $"De eerste {filter.Limit} orkestraties. Zoek op nummer of status om de andere te zien.")}</p>
            <div class="scroll"><table>
            <thead><tr><th scope="col">Nummer</th><th scope="col">Naam</th><th scope="col">Status</th><th scope="col">Begonnen</th><th scope="col">Laatst gewijzigd</th><th scope="col">Volgende timer</th></tr></thead>
            <tbody>{rows.Select(Row)}</tbody></table></div>
            """));
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id)
    {
        if (durable.Viewer is not { } viewer || await viewer.ReadAsync(id, http.RequestAborted) is not { } timeline)
        {
            return NotThere(http);
        }

        var row = timeline.Instance;
        var history = new History(timeline.Events);
        var payloads = history.Payloads();
        var parent = row.ParentInstanceId is { } parentId ? Html.Of($"<dt>Hoort bij</dt><dd>{HistoryInWords.Link(parentId)}</dd>") : Html.Empty;
        return LocalPage.Show(http, $"{row.Name} {row.InstanceId}", Html.Of($"""
            <p><a href="/lokaal/orkestraties">Terug naar de lijst</a> · <a href="/lokaal/orkestraties/{Uri.EscapeDataString(id)}/geschiedenis">Geschiedenis als JSON</a></p>
            <dl><dt>Status</dt><dd>{StatusInWords(row.Status)}</dd><dt>Begonnen</dt><dd>{When(row.CreatedAt)}</dd>
            <dt>Laatst gewijzigd</dt><dd>{When(row.UpdatedAt)}</dd>{NextTimer(row)}{parent}
            {Payload("Invoer", payloads.Input)}{Payload("Eigen status", payloads.CustomStatus)}{Payload("Uitvoer", payloads.Output)}</dl>
            {(history.IsFinished ? Html.Empty : Waits(history))}
            <h2>Wat er is gebeurd</h2>
            <ol class="timeline">{HistoryInWords.Describe(timeline.Events)}</ol>
            """));
    }

    private async Task<IResult> ShowRawAsync(HttpContext http, string id)
    {
        if (durable.Viewer is not { } viewer || await viewer.ReadRawAsync(id, http.RequestAborted) is not { } lines)
        {
            return NotThere(http);
        }

        LocalPage.SetHeaders(http.Response, "default-src 'none'");
        return Results.Text(lines, "application/x-ndjson", Encoding.UTF8);
    }

    private Html Row(InstanceRow row) => Html.Of($"""
        <tr><td>{HistoryInWords.Link(row.InstanceId)}</td><td>{row.Name}</td><td class="{(row.Status == OrchestrationRuntimeStatus.Failed ? "failed" : "")}">{StatusInWords(row.Status)}</td>
        <td>{Ago(row.CreatedAt)}</td><td>{Ago(row.UpdatedAt)}</td><td>{(row.NextTimer is { } at ? When(at) : Html.Of($"geen"))}</td></tr>
        """);

    private Html Ago(DateTime at) => Html.Of($"<time datetime=\"{at:O}\">{Age.InWords(clock.GetUtcNow().UtcDateTime - at)} geleden</time>");

    private static Html Payload(string name, string? json) => json is null ? Html.Empty : Html.Of($"<dt>{name}</dt><dd><pre>{json}</pre></dd>");

    private static Html Waits(History history)
    {
        var waits = HistoryInWords.Waits(history).ToList();
        return waits.Count == 0
            ? Html.Of($"<h2>Waarop hij wacht</h2><p>Op een gebeurtenis van buiten.</p>")
            : Html.Of($"<h2>Waarop hij wacht</h2><ul>{waits}</ul><p>Daarnaast kan een gebeurtenis van buiten hem verder brengen.</p>");
    }

    private static Html NextTimer(InstanceRow row) =>
        row.NextTimer is { } at ? Html.Of($"<dt>Volgende timer</dt><dd>{When(at)}</dd>") : Html.Empty;

    private static Html When(DateTime at) => Html.Of($"<time datetime=\"{at:O}\">{at:yyyy-MM-dd HH:mm:ss}</time>");

    private static string StatusInWords(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Running => "loopt",
        OrchestrationRuntimeStatus.Pending => "nog niet begonnen",
        OrchestrationRuntimeStatus.Suspended => "stilgezet",
        OrchestrationRuntimeStatus.Completed => "klaar",
        OrchestrationRuntimeStatus.Failed => "mislukt",
        OrchestrationRuntimeStatus.Terminated => "afgebroken",
        _ => status.ToString(),
    };

    private static IResult NotThere(HttpContext http) =>
        LocalPage.Show(http, "Niet gevonden", Html.Of($"<p>Deze orkestratie is er niet.</p>"), StatusCodes.Status404NotFound);
}
