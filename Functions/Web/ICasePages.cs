using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>
/// The page of a case, for the steps that add tabs to it: the workbench implements it without depending on the steps.
/// </summary>
public interface ICasePages
{
    /// <summary>The result that the next page shows: the case has a new handler.</summary>
    const string Assigned = "toegewezen";

    /// <summary>A colleague approved a text.</summary>
    const string Approved = "goedgekeurd";

    /// <summary>The page with one of its tabs; 404 when there is no such case or tab.</summary>
    Task<IResult> ShowAsync(
        HttpRequest request, CaseNumber number, string tab, CancellationToken cancellation, FormState? form = null);

    /// <summary>Handles a form: redirects to the tab on success, or renders the tab again with its errors.</summary>
    /// <param name="request">The posted form.</param>
    /// <param name="number">The case.</param>
    /// <param name="tab">The tab of the form.</param>
    /// <param name="act">Does what the form asks.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="prepare">Puts the posted form in order before it is read.</param>
    /// <param name="fieldNames">Fields that are called otherwise on the page than in the API, since a page holds
    /// several forms.</param>
    /// <param name="done">The word for the page that follows; null when it shows by itself.</param>
    /// <param name="goesOn">Whether the tab follows where the case goes on, rather than the one of the form.</param>
    /// <param name="carryOn">
    /// Where the workflows run, for a form that can carry the next step along (<see cref="ICarryOn"/>). What is refused
    /// halfway comes back on the tab of that step, with all that was typed for it and what was stored by then.
    /// </param>
    Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, string tab, Func<FormState, Task<CommandResult>> act,
        CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null, Dictionary<string, string>? fieldNames = null,
        string? done = null, bool goesOn = false, DurableTaskClient? carryOn = null);
}
