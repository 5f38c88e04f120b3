using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Runs a command of the API: reads its body, executes it and turns the result into a response.</summary>
public static class ApiCommand
{
    /// <summary>Runs a command; the response is 200 with what <paramref name="view"/> makes of the case, or a problem.</summary>
    public static async Task<IResult> RunAsync<T>(
        HttpRequest request, Func<T, Task<CommandResult>> act, Func<CaseFile, object?> view,
        CancellationToken cancellation) where T : class
    {
        var (body, fault) = await Api.ReadAsync<T>(request, cancellation);
        return body is null ? fault! : Api.Answer(await act(body), view);
    }

    /// <inheritdoc cref="RunAsync{T}(HttpRequest, Func{T, Task{CommandResult}}, Func{CaseFile, object}, CancellationToken)"/>
    public static async Task<IResult> RunAsync<T>(
        HttpRequest request, Func<T, Task<CommandResult>> act, Func<CaseFile, IResult> answer,
        CancellationToken cancellation) where T : class
    {
        var (body, fault) = await Api.ReadAsync<T>(request, cancellation);
        return body is null ? fault! : Api.Answer(await act(body), answer);
    }
}
