using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Web;

/// <summary>
/// The only access to a case by number and code, for the reporter and for an organisation that joined. A wrong code and
/// a missing case give the same response in the same time. The code of a report that was split opens every part.
/// </summary>
public sealed class FollowedCases(FollowSession session, CaseStore store, CaseService service, CaseFamilies families)
{
    /// <summary>The minimum duration of a refusal.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(150);

    /// <summary>The hash that is compared when there is no case, so that both refusals take the same work.</summary>
    private static readonly string NoCode = FollowCode.New().Hash();

    /// <summary>Returns the case of this browser's session; null when there is none or its code is invalid.</summary>
    public async Task<FollowedCase?> OpenAsync(HttpRequest request, CancellationToken cancellation) =>
        session.Read(request) is { } known ? await OpenAsync(known.Number, known.Code, cancellation) : null;

    /// <summary>Returns the case of a typed number and code; null when they do not belong together.</summary>
    public async Task<FollowedCase?> OpenAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (!FollowNumber.TryParse(number, out var parsedNumber) || !FollowCode.TryParse(code, out var parsedCode))
        {
            return null;
        }

        // Reading an existing case takes slightly longer than finding none, so a refusal waits until the difference is
        // hidden.
        var leastWait = Task.Delay(LeastWait, cancellation);
        var file = await store.FindAsync(parsedNumber.Case, cancellation);
        var keeper = file is null || parsedNumber.Follower is not null ? file
            : await families.OriginOfAsync(file, cancellation);
        if (parsedCode.Matches(keeper?.State.FollowCodeHashOf(parsedNumber.Follower) ?? NoCode))
        {
            return new FollowedCase(file!, parsedNumber.Follower);
        }

        if (keeper is not null && Offered(keeper.State, parsedNumber.Follower, parsedCode) is not null)
        {
            var used = await UseAsync(parsedNumber with { Case = keeper.Number }, parsedCode, cancellation);
            return new FollowedCase(used?.Number == file!.Number ? used : file, parsedNumber.Follower);
        }

        await leastWait;
        return null;
    }

    /// <summary>Makes a replacement code the only valid one, at its first use.</summary>
    private Task<CaseFile?> UseAsync(FollowNumber number, FollowCode code, CancellationToken cancellation) =>
        service.ActAsSystemAsync(
            number.Case, minimumVersion: null,
            file => Offered(file.State, number.Follower, code) is { } offered
                ? new NewEvent(
                    Actor.Reporter,
                    new FollowCodeRenewed { Follower = offered.Follower, FollowCodeHash = offered.FollowCodeHash })
                : null,
            cancellation);

    private static OfferedCode? Offered(CaseState state, int? follower, FollowCode code) =>
        state.OfferedCodes.FirstOrDefault(offered => offered.Follower == follower && code.Matches(offered.FollowCodeHash));

    /// <summary>Returns the case of the session, for the reporter only.</summary>
    public async Task<FollowedCase?> OpenOwnAsync(HttpRequest request, CancellationToken cancellation) =>
        OwnOrNull(await OpenAsync(request, cancellation));

    /// <inheritdoc cref="OpenOwnAsync(HttpRequest, CancellationToken)"/>
    public async Task<FollowedCase?> OpenOwnAsync(string? number, string? code, CancellationToken cancellation) =>
        OwnOrNull(await OpenAsync(number, code, cancellation));

    private static FollowedCase? OwnOrNull(FollowedCase? followed) => followed is { Follower: null } ? followed : null;
}
