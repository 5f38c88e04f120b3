using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

/// <summary>
/// Adds an organisation to a published item instead of a report of its own: its impact is one more event of the
/// existing case. The same key always leads to one follower, one count and one answer.
/// </summary>
public sealed class JoinService(CaseService service, ReportKeys keys, ProtectedSecrets secrets, IPublishedCases published,
    ILogger<JoinService> logger)
{
    /// <summary>
    /// The maximum number of followers; a stream holds 50,000 events, and this leaves room for everything else in a
    /// case.
    /// </summary>
    internal const int MostFollowers = 2000;

    /// <param name="context">The organisation and the moment.</param>
    /// <param name="item">The id in the library.</param>
    /// <param name="request">The request.</param>
    /// <param name="key">The request key.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait; a repetition under the same key finds what was stored by
    /// then.</param>
    /// <param name="isAllowed">Counts the caller against its limit, once for each key; null without a limit.</param>
    public async Task<JoinResult> JoinAsync(CommandContext context, string item, JoinRequest request, string key,
        DurableTaskClient workflows, CancellationToken cancellation, Func<Task<bool>>? isAllowed = null)
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

        if (match.Case is null && !impact.IsOnlyCounted)
        {
            return new JoinResult.Invalid(impact.NotKept);
        }

        var keyHash = ReportKeys.HashOf($"join:{key}");
        var fingerprint = Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { item, request })));
        var mine = new JoinClaim(secrets.Protect(FollowCode.New().Value), fingerprint, context.Now);
        var claim = await keys.ClaimAsync(keyHash, mine, cancellation);
        if (claim.Fingerprint != fingerprint)
        {
            return new JoinResult.KeyInUse();
        }

        if (ReferenceEquals(claim, mine) && isAllowed is not null && !await isAllowed())
        {
            await keys.ReleaseAsync(keyHash, CancellationToken.None);
            return new JoinResult.TooMany();
        }

        var code = FollowCode.TryParse(secrets.Unprotect(claim.ProtectedCode), out var known) ? known
            : throw new InvalidDataException("A stored claim holds no code.");
        var (joined, refusal) = await JoinCaseAsync(context, match, impact, keyHash, code, workflows, cancellation);
        if (refusal is JoinResult.Full or JoinResult.NotFound)
        {
            await keys.ReleaseAsync(keyHash, CancellationToken.None);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        if (joined is null)
        {
            await CountAsync(match, impact, keyHash, isFirst: ReferenceEquals(claim, mine));
            return new JoinResult.Joined(match, null, null, claim.At);
        }

        // The case is the source of truth: a missed count is corrected by the next one.
        await FollowUp.RunAsync(logger, $"The count of item {match.Id}", () => published.ShowSharedAsync(
            match.Id, joined.State.Followers.Length, joined.State.Followers.Sum(f => f.People ?? 0), CancellationToken.None));
        var place = joined.State.Followers.First(f => f.KeyHash == keyHash).Place;
        return new JoinResult.Joined(match, new FollowNumber(joined.Number, place), code, claim.At);
    }

    /// <summary>Counts an organisation at an item without a case, where joining is only a count.</summary>
    private async Task CountAsync(PublishedMatch match, Impact impact, string keyHash, bool isFirst)
    {
        if (!isFirst)
        {
            return;
        }

        var isCounted = false;
        try
        {
            await published.CountSharedAsync(match.Id, impact.People ?? 0, CancellationToken.None);
            isCounted = true;
        }
        finally
        {
            if (!isCounted)
            {
                await keys.ReleaseAsync(keyHash, CancellationToken.None);
            }
        }
    }

    /// <summary>Appends to the case behind the item.</summary>
    /// <returns>The case or the refusal; neither when there is no such case. A case that was just removed from the
    /// library accepts no followers.</returns>
    private async Task<(CaseFile? Joined, JoinResult? Refusal)> JoinCaseAsync(
        CommandContext context, PublishedMatch match, Impact impact, string keyHash, FollowCode code,
        DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (match.Case is not { } number)
        {
            return (null, null);
        }

        var (isFull, isTakenOut) = (false, false);
        var result = await service.ActAsync(number, file =>
        {
            (isFull, isTakenOut) = (false, false);
            if (file.State.Publication is not { IsPublic: true })
            {
                isTakenOut = true;
                return new Decision.Hide();
            }

            if (file.State.Followers.Any(f => f.KeyHash == keyHash))
            {
                return new Decision.AlreadyDone();
            }

            if (file.State.Followers.Length >= MostFollowers)
            {
                isFull = true;
                return new Decision.Refuse(JoinResult.Full.Title);
            }

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
        return result switch
        {
            CommandResult.Done { Case: var changed } => (changed, null),
            CommandResult.Refused => (null, isFull ? new JoinResult.Full() : new JoinResult.KeyInUse()),
            _ => (null, isTakenOut || !impact.IsOnlyCounted ? new JoinResult.NotFound() : null),
        };
    }
}
