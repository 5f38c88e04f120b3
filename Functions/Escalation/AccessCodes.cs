using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Mails codes to a ministry's own domain, so that a link that went astray opens nothing. A code works once and for a
/// short time; wrong codes lock the page, and the lock is recorded in the case and logged.
/// </summary>
public sealed class AccessCodes(
    BlobServiceClient blobs, MinistryReplyService ministries, CaseStore cases, CaseService service, ContactBook contacts,
    PromptMails mails, ProtectedSecrets secrets, OneTimeCodes codes,
    RequestClaims claims, EscalationOptions options, TimeProvider clock, ILogger<AccessCodes> log) : ICaseDataEraser
{
    public const string Container = "access";

    private readonly JsonBlobStore<AccessState> states = new(
        blobs.GetBlobContainerClient(Container), EscalationJson.Default.AccessState);

    /// <summary>Mails a code to an address on the ministry's own domain.</summary>
    public async Task<AccessOutcome> RequestAsync(ReplyCode code, string? email, CancellationToken cancellation)
    {
        if (await ministries.ReadableAsync(code, cancellation) is not { } file)
        {
            return AccessOutcome.NoQuestion;
        }

        if (!EmailAddress.TryParse(email, out var address)
            || !(await contacts.OfAsync(code.Ministry, cancellation)).Owns(address))
        {
            log.LogWarning(
                "An access code for case {Case} was asked for at an address outside {Ministry}.", code.Case, code.Ministry);
            return AccessOutcome.ForeignAddress;
        }

        var outcome = AccessOutcome.Failed;
        var once = await claims.OnceAsync("access", async () =>
        {
            outcome = await MailAsync(code, file, address, cancellation);
            return outcome == AccessOutcome.Granted ? "" : null;
        }, cancellation);
        return once switch { Once.Done => AccessOutcome.Granted, Once.KeyInUse => AccessOutcome.KeyInUse, _ => outcome };
    }

    private async Task<AccessOutcome> MailAsync(
        ReplyCode code, CaseFile file, EmailAddress address, CancellationToken cancellation)
    {
        var (access, kept) = codes.New(options.AccessCodeLifetime);
        var state = await ChangeAsync(code, s => s.Asked >= options.MaximumAccessCodes ? Locked(s) : s with
        {
            Serial = s.Serial + 1,
            Asked = s.Asked + 1,
            CodeHash = kept.Hash,
            Salt = kept.Salt,
            ExpiresAt = kept.ExpiresAt,
            RedeemedBy = null,
        }, cancellation);
        if (IsLocked(state))
        {
            await RecordLockAsync(code, cancellation);
            return AccessOutcome.Locked;
        }

        var name = NameOf(code.Ministry, state.Serial);
        while (!await cases.ChangePrivateAsync(file, p => p.WithSecret(name, secrets.Protect(access))
            .WithAddress(name, address), cancellation))
        {
            file = await cases.FindAsync(code.Case, cancellation) ?? file;
        }

        await mails.SendAsync(
            new PlannedMail
            {
                Case = code.Case,
                Key = $"{name}.{code.Hash()[..8]}",
                Kind = MailKind.AccessCode,
                To = Recipient.AddressInCase(code.Ministry, name),
                NotAfter = state.ExpiresAt,
            }, file: null, cause: null, cancellation);
        return AccessOutcome.Granted;
    }

    /// <summary>Checks a typed code and uses it up, or counts a wrong one.</summary>
    public async Task<AccessOutcome> RedeemAsync(ReplyCode code, string? typed, CancellationToken cancellation)
    {
        if (await ministries.ReadableAsync(code, cancellation) is null)
        {
            return AccessOutcome.NoQuestion;
        }

        var right = false;
        var request = CommandRequest.Current?.Mark;
        var state = await ChangeAsync(code, s =>
        {
            // A code works once. A repeat of the same request is recognised by the stored state, so that of two at once
            // neither fails.
            var cameBefore = request is not null && s.RedeemedBy == request && s.ExpiresAt > clock.GetUtcNow();
            right = cameBefore || (s.Code is { } kept && codes.IsRight(kept, typed));
            return cameBefore ? s
                : right ? s with { CodeHash = null, Wrong = 0, Asked = 0, RedeemedBy = request }
                : s.Wrong + 1 >= options.MaximumWrongCodes ? Locked(s)
                : s with { Wrong = s.Wrong + 1 };
        }, cancellation);
        if (IsLocked(state))
        {
            await RecordLockAsync(code, cancellation);
            return AccessOutcome.Locked;
        }

        return right ? AccessOutcome.Granted : AccessOutcome.WrongCode;
    }

    /// <summary>Returns how long the page of a link remains locked; zero when it is not locked.</summary>
    public async Task<TimeSpan> LockedForAsync(ReplyCode code, CancellationToken cancellation) =>
        StateOf(code, await states.FindAsync(StateName(code.Case, code.Ministry), cancellation)).LockedUntil is { } until
            && until - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    /// <summary>Deletes the state of a case's codes.</summary>
    public async Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation)
    {
        foreach (var ministry in file.State.Requests.Select(r => r.Ministry).Distinct())
        {
            await states.DeleteAsync(StateName(file.Number, ministry), cancellation);
        }
    }

    private static string NameOf(Ministry ministry, int serial) => $"access.{ministry.Slug()}.{serial}";

    private static string StateName(CaseNumber number, Ministry ministry) => $"{number.Value}/{ministry.Slug()}.json";

    private AccessState Locked(AccessState state) =>
        state with { CodeHash = null, Wrong = 0, Asked = 0, LockedUntil = clock.GetUtcNow() + options.Lock };

    private bool IsLocked(AccessState state) => state.LockedUntil > clock.GetUtcNow();

    private async Task RecordLockAsync(ReplyCode code, CancellationToken cancellation)
    {
        log.LogWarning(
            "The page of {Ministry} for case {Case} is locked: too many access codes were tried.", code.Ministry, code.Case);
        var since = clock.GetUtcNow() - options.Lock;
        await service.ActAsSystemAsync(
            code.Case,
            minimumVersion: null,
            file => file.Events.Any(
                e => e.What is MinistryPageLocked locked && locked.Ministry == code.Ministry && e.At > since)
                ? null : new NewEvent(Actor.System, new MinistryPageLocked(code.Ministry)),
            cancellation);
    }

    private async Task<AccessState> ChangeAsync(
        ReplyCode code, Func<AccessState, AccessState> change, CancellationToken cancellation) =>
        (await states.ChangeAsync(
            StateName(code.Case, code.Ministry),
            stored => StateOf(code, stored) is var state && IsLocked(state) ? state : change(state),
            cancellation))!;

    /// <summary>
    /// Returns the state for the link of this code; a new link starts empty, but keeps the count of codes.
    /// </summary>
    private static AccessState StateOf(ReplyCode code, AccessState? stored) =>
        stored?.LinkHash == code.Hash() ? stored : new AccessState { LinkHash = code.Hash(), Serial = stored?.Serial ?? 0 };
}
