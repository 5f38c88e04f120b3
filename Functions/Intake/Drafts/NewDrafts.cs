using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Intake.Drafts;

/// <summary>Creates one draft for each request, so that a double click leaves none whose code nobody has.</summary>
public sealed class NewDrafts(DraftStore drafts, RequestClaims claims, ProtectedSecrets secrets)
{
    /// <summary>Returns a new draft, or the one that the same request created before.</summary>
    /// <param name="isStillNew">Whether that one may be used; if not, another is created.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task<(FollowCode Code, Draft Draft)> BeginAsync(Func<Draft, bool> isStillNew, CancellationToken cancellation)
    {
        (FollowCode, Draft)? begun = null;
        var once = await claims.OnceAsync("draft", async () =>
        {
            var (newCode, draft) = await drafts.StartAsync(cancellation);
            begun = (newCode, draft);
            return secrets.Protect(newCode.Value);
        }, cancellation);
        return begun ?? (once is Once.Done { Value: var sealedCode }
            && FollowCode.TryParse(secrets.Unprotect(sealedCode), out var code)
            && await drafts.FindAsync(code, cancellation) is { Sent: null } known && isStillNew(known)
            ? (code, known) : await drafts.StartAsync(cancellation));
    }
}
