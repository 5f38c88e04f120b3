using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>The pages with the work queue.</summary>
public sealed class QueuePageFunctions(WorkQueue queue)
{
    [Function(nameof(GetQueuePage))]
    public async Task<IResult> GetQueuePage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank")] HttpRequest request, CancellationToken cancellation)
    {
        var form = new FormState();
        foreach (var (name, value) in request.Query)
        {
            form.With(name, value.ToArray());
        }

        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(request.Query, QueueTab.Mine, errors);
        foreach (var (name, error) in errors)
        {
            form.Refuse(name, error);
        }

        var page = await queue.PageAsync(query, request.Caller().Name, cancellation);
        return Page.Render<WorkbenchPage>(new { Query = query, Queue = page, Form = form, Viewer = request.Caller() }, errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
