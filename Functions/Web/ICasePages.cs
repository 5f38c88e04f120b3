using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>
/// The page of a case, for the steps that add tabs to it: the workbench implements it without depending on the steps.
/// </summary>
public interface ICasePages
{
    /// <summary>The result that the next page shows: the case has a new handler.</summary>
    const string Assigned = "toegewezen";

    /// <summary>Returns the page with one of its tabs; 404 when there is no such case or tab.</summary>
    Task<IResult> ShowAsync(HttpRequest request, CaseNumber number, string tab, CancellationToken cancellation, FormState? form = null);

    /// <summary>Handles a form: redirects to the tab on success, or renders the tab again with its errors.</summary>
    /// <param name="request">The posted form.</param>
    /// <param name="number">The case.</param>
    /// <param name="tab">The tab of the form.</param>
    /// <param name="act">Executes the command.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="prepare">Normalises the posted form before it is read.</param>
    /// <param name="fieldNames">The fields with another name on the page than in the API, since a page has several
    /// forms.</param>
    /// <param name="done">The result for the next page to show; null when it is visible by itself.</param>
    Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, string tab, Func<FormState, Task<CommandResult>> act, CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null, Dictionary<string, string>? fieldNames = null,
        string? done = null);
}
