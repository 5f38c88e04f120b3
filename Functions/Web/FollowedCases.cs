using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>The case that somebody follows in this browser, for the pages of every step: the reporter's own, proved by its code at each use.</summary>
public sealed class FollowedCases(FollowSession session, CaseStore store)
{
    /// <summary>Where the reporter's page is.</summary>
    public const string Page = "/volgen/melding";

    /// <summary>Where number and code are asked.</summary>
    public const string SignInPage = "/volgen";

    /// <summary>The reporter's own case with its code; null without a session, or when number and code do not belong together.</summary>
    public async Task<FollowedCase?> OpenAsync(HttpRequest request, CancellationToken cancellation) =>
        session.Read(request) is { } known && CaseNumber.TryParse(known.Number, out var number) && FollowCode.TryParse(known.Code, out var code)
        && await store.FindAsync(number, cancellation) is { } file && code.Matches(file.State.FollowCodeHash)
            ? new FollowedCase(file, code)
            : null;
}

/// <summary>A case and the code that proves who follows it.</summary>
public sealed record FollowedCase(CaseFile File, FollowCode Code)
{
    public CaseNumber Number => File.Number;
}

/// <summary>
/// What a later step adds to the reporter's page: a component with one parameter, <c>Case</c>. The page shows the parts by their order, so
/// that it needs to know none of them.
/// </summary>
public sealed record FollowPart(int Order, Type Component);
