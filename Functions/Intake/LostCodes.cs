using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Replaces a lost code. Every request does the same work, one sealed message on a queue; only the queue function
/// checks whether the case exists and the address is the one in it, so that response times reveal nothing.
/// </summary>
public sealed class LostCodes(
    CaseService service, CaseStore store, PromptMails mails, ProtectedSecrets secrets, QueueServiceClient queues,
    RequestClaims claims, StoredLimits limits, TimeProvider clock)
{
    public const string QueueName = "lost-codes";

    /// <summary>The shortest time between two new codes.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>The maximum number of new codes in a day.</summary>
    private const int MostADay = 5;

    private readonly QueueClient queue = queues.GetQueueClient(QueueName);

    /// <summary>Queues the request, within the limits.</summary>
    /// <returns>The outcome and the state of the limits.</returns>
    public async Task<(Once Asked, Allowance Allowance)> AskAsync(
        HttpRequest request, FollowNumber number, EmailAddress address, CancellationToken cancellation)
    {
        var allowance = Allowance.Granted;
        var asked = await claims.OnceAsync("code", async () =>
        {
            allowance = await limits.TryMailAsync(request, cancellation);
            if (allowance != Allowance.Granted)
            {
                return null;
            }

            await queue.SendMessageAsync(secrets.Protect($"{number} {FollowCode.New().Value} {address.Value}"), cancellation);
            return "";
        }, cancellation);
        return (asked, allowance);
    }

    /// <summary>
    /// Offers the new code and mails it, when number and address belong together. The code is in the message, so that a
    /// repeated delivery changes nothing; the old code works until the new one is used.
    /// </summary>
    [Function(nameof(RenewLostCode))]
    public async Task RenewLostCode([QueueTrigger(QueueName)] string message, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (secrets.Unprotect(message).Split(' ') is not [var numberText, var codeText, var addressText]
            || !FollowNumber.TryParse(numberText, out var number) || !FollowCode.TryParse(codeText, out var code)
                || !EmailAddress.TryParse(addressText, out var address))
        {
            throw new InvalidDataException("A message about a lost code cannot be read.");
        }

        // The code of a split report is kept with its first part, whichever number was typed.
        if (number.Follower is null && (await store.FindAsync(number.Case, cancellation))?.State.SplitFrom is { } origin)
        {
            number = number with { Case = origin };
        }

        var result = await service.ActAsync(number.Case, file => Decide(file, number, code, address), workflows, cancellation);
        if (result is CommandResult.Done)
        {
            await mails.SendAsync(
                new PlannedMail
                {
                    Case = number.Case,
                    Key = $"code.{code.Hash()[..12]}",
                    Kind = MailKind.NewCode,
                    To = Recipient.Following(number.Follower)
                },
                file: null, cause: null, cancellation);
        }
    }

    private Decision Decide(CaseFile file, FollowNumber number, FollowCode code, EmailAddress address)
    {
        var hash = code.Hash();
        var offers = file.Events.Where(e => e.What is FollowCodeOffered offered && offered.Follower == number.Follower)
            .ToList();
        if (offers.Exists(e => ((FollowCodeOffered)e.What).FollowCodeHash == hash))
        {
            return new Decision.AlreadyDone();
        }

        var now = clock.GetUtcNow();
        if (!address.IsSame(file.Private.ContactOf(number.Follower)?.Email)
            || offers.Exists(e => e.At > now - Rest) || offers.Count(e => e.At > now.AddDays(-1)) >= MostADay)
        {
            return new Decision.Hide();
        }

        return new Decision.Append(
            new NewEvent(Actor.Reporter, new FollowCodeOffered { Follower = number.Follower, FollowCodeHash = hash }),
            held => held.WithSecret(ProtectedSecrets.FollowCodeOf(number.Follower), secrets.Protect(code.Value)));
    }
}
