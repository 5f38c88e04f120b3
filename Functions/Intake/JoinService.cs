using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

/// <summary>What came of "speelt bij ons ook".</summary>
public abstract record JoinResult
{
    private JoinResult()
    {
    }

    /// <summary>
    /// It was counted. With a case behind the item there is a number and a code to follow it; without one there is nothing to follow.
    /// </summary>
    public sealed record Joined(PublishedMatch Item, FollowNumber? Number, FollowCode? Code, DateTimeOffset At) : JoinResult;

    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : JoinResult;

    /// <summary>The key was used before for something else.</summary>
    public sealed record KeyInUse : JoinResult;

    /// <summary>As many organisations follow the case as one stream of events can carry.</summary>
    public sealed record Full : JoinResult
    {
        public const string Title = "Bij deze casus kunnen geen organisaties meer bij";
        public const string Detail = "Doe een eigen melding, dan kijken we er toch naar.";
    }

    /// <summary>No such item in the library.</summary>
    public sealed record NotFound : JoinResult;
}

/// <summary>
/// Adds an organisation to what was published already, in place of a report of its own: what it costs there is one more event of the
/// existing case. The same key always leads to one follower, one count and one answer.
/// </summary>
public sealed class JoinService(CaseService service, ReportKeys keys, ProtectedSecrets secrets, IPublishedCases published)
{
    /// <summary>A stream holds 50,000 events; this leaves room for everything else that happens in a case.</summary>
    internal const int MostFollowers = 2000;

    /// <param name="context">Who joins, now.</param>
    /// <param name="item">The id in the library.</param>
    /// <param name="request">What came in.</param>
    /// <param name="key">The sender's key.</param>
    /// <param name="workflows">Where the workflow of the case runs.</param>
    /// <param name="cancellation">Ends the wait; what was stored by then is found again under the key.</param>
    public async Task<JoinResult> JoinAsync(CommandContext context, string item, JoinRequest request, string key,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var impact = Impact.Parse(request, errors);
        if (errors.Any)
        {
            return new JoinResult.Invalid(errors.All);
        }

        if (await published.FindAsync(item, cancellation) is not { } match)
        {
            return new JoinResult.NotFound();
        }

        var keyHash = ReportKeys.HashOf($"join:{key}");
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { item, request })));
        var mine = new JoinClaim(secrets.Protect(FollowCode.New().Value), fingerprint, context.Now);
        var claim = await keys.ClaimAsync(keyHash, mine, cancellation);
        if (claim.Fingerprint != fingerprint)
        {
            return new JoinResult.KeyInUse();
        }

        var code = FollowCode.TryParse(secrets.Unprotect(claim.ProtectedCode), out var known) ? known
            : throw new InvalidDataException("A stored claim holds no code.");
        var (follower, isNew, isFull) = await JoinCaseAsync(context, match, impact, keyHash, code, workflows, cancellation);
        if (isFull)
        {
            await keys.ReleaseAsync(keyHash, cancellation);
            return new JoinResult.Full();
        }

        if (isNew || (follower is null && ReferenceEquals(claim, mine)))
        {
            await published.CountSharedAsync(match.Id, impact.People ?? 0, cancellation);
        }

        return follower is null ? new JoinResult.Joined(match, null, null, claim.At)
            : new JoinResult.Joined(match, follower, code, claim.At);
    }

    /// <summary>Appends to the case behind the item; nobody follows when there is no such case, or it is not public any more.</summary>
    private async Task<(FollowNumber? Follower, bool IsNew, bool IsFull)> JoinCaseAsync(
        CommandContext context, PublishedMatch match, Impact impact, string keyHash, FollowCode code, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (match.Case is not { } number)
        {
            return (null, false, false);
        }

        var isNew = false;
        var result = await service.ActAsync(number, file =>
        {
            isNew = false;
            if (file.State.Publication is not { IsPublic: true })
            {
                return new Decision.Hide();
            }

            if (file.State.Followers.Any(f => f.KeyHash == keyHash))
            {
                return new Decision.AlreadyDone();
            }

            if (file.State.Followers.Length >= MostFollowers)
            {
                return new Decision.Refuse(JoinResult.Full.Title);
            }

            isNew = true;
            var change = new CaseJoined
            {
                Follower = FollowNumber.FirstFollower + file.State.Followers.Length,
                FollowCodeHash = code.Hash(),
                KeyHash = keyHash,
                People = impact.People,
                Branche = impact.Branche,
                Region = impact.Region,
            };
            return new Decision.Append(new NewEvent(context.By, change) { Texts = impact.Texts });
        }, workflows, cancellation);
        return result is CommandResult.Done { Case: var changed }
            ? (new FollowNumber(number, changed.State.Followers.First(f => f.KeyHash == keyHash).Place), isNew, false)
            : (null, false, result is CommandResult.Refused);
    }
}

/// <summary>What was promised under one key of a join: the code (protected) and a fingerprint of what was sent.</summary>
public sealed record JoinClaim(string ProtectedCode, string Fingerprint, DateTimeOffset At);
