using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Web;

/// <summary>
/// The one way to a case by number and code: for the reporter, and for an organisation that joined. Anyone who lacks the code sees no
/// difference between a wrong code and no case, also not in time.
/// </summary>
public sealed class FollowedCases(FollowSession session, CaseStore store, CaseService service)
{
    /// <summary>No refusal comes sooner than this.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(150);

    /// <summary>Compared with when there is no case, so that both answers take the same work.</summary>
    private static readonly string NoCode = FollowCode.New().Hash();

    /// <summary>The case of the session in this browser; null without one, or when its code no longer fits.</summary>
    public async Task<FollowedCase?> OpenAsync(HttpRequest request, CancellationToken cancellation) =>
        session.Read(request) is { } known ? await OpenAsync(known.Number, known.Code, cancellation) : null;

    /// <summary>The case of a number and a code as somebody typed them; null when they do not belong together.</summary>
    public async Task<FollowedCase?> OpenAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (!FollowNumber.TryParse(number, out var parsedNumber) || !FollowCode.TryParse(code, out var parsedCode))
        {
            return null;
        }

        // Reading an existing case takes a little longer than finding nothing: a refusal waits until that no longer shows.
        var leastWait = Task.Delay(LeastWait, cancellation);
        var file = await store.FindAsync(parsedNumber.Case, cancellation);
        if (parsedCode.Matches(file?.State.FollowCodeHashOf(parsedNumber.Follower) ?? NoCode))
        {
            return new FollowedCase(file!, parsedNumber.Follower);
        }

        if (file is not null && Offered(file.State, parsedNumber.Follower, parsedCode) is not null)
        {
            return new FollowedCase(await UseAsync(parsedNumber, parsedCode, cancellation) ?? file, parsedNumber.Follower);
        }

        await leastWait;
        return null;
    }

    /// <summary>A new code is shown for the first time: from now on it is the only one.</summary>
    private Task<CaseFile?> UseAsync(FollowNumber number, FollowCode code, CancellationToken cancellation) =>
        service.ActAsSystemAsync(
            number.Case, minimumVersion: null,
            file => Offered(file.State, number.Follower, code) is { } offered
                ? new NewEvent(
                    Actor.Reporter, new FollowCodeRenewed { Follower = offered.Follower, FollowCodeHash = offered.FollowCodeHash })
                : null,
            cancellation);

    private static OfferedCode? Offered(CaseState state, int? follower, FollowCode code) =>
        state.OfferedCodes.FirstOrDefault(offered => offered.Follower == follower && code.Matches(offered.FollowCodeHash));

    /// <summary>The same, for the reporter alone.</summary>
    public async Task<FollowedCase?> OpenOwnAsync(HttpRequest request, CancellationToken cancellation) =>
        OwnOrNull(await OpenAsync(request, cancellation));

    /// <inheritdoc cref="OpenOwnAsync(HttpRequest, CancellationToken)"/>
    public async Task<FollowedCase?> OpenOwnAsync(string? number, string? code, CancellationToken cancellation) =>
        OwnOrNull(await OpenAsync(number, code, cancellation));

    private static FollowedCase? OwnOrNull(FollowedCase? followed) => followed is { Follower: null } ? followed : null;
}
