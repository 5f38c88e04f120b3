using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>A mail as the inbound webhook hands it over.</summary>
public sealed record ReceivedMail
{
    /// <summary>Whom the mail was delivered to, as the mail server says.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The header From.</summary>
    public required string From { get; init; }

    public required string Text { get; init; }

    /// <summary>All headers, as they came.</summary>
    public required string Headers { get; init; }

    /// <summary>The verdicts on SPF and DKIM: "pass", and "{@domain : pass}".</summary>
    public string Spf { get; init; } = "";

    public string Dkim { get; init; } = "";

    /// <summary>The sender of the envelope, which SPF speaks about.</summary>
    public string EnvelopeFrom { get; init; } = "";
}

/// <summary>
/// Takes in a ministry's reply by mail: it is matched by the token in the address and by the ministry's domain, and laid before the
/// analyst.
/// It is never an answer by itself.
/// </summary>
public sealed partial class MailedReplies(CaseStore store, CaseService service, ContactBook contacts, ProtectedSecrets secrets,
    ILogger<MailedReplies> log)
{
    private const int MaximumText = 10000;

    /// <summary>True when the mail was laid before an analyst, now or before.</summary>
    public async Task<bool> TakeAsync(ReceivedMail mail, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (IsAutomatic(mail.Headers) || !MailAddress.TryCreate(mail.From, out var parsed)
            || !EmailAddress.TryParse(parsed.Address, out var from))
        {
            log.LogInformation("A mail that is automatic or has no sender was not taken in.");
            return false;
        }

        foreach (var recipient in mail.Recipients)
        {
            if (await MatchAsync(recipient, cancellation) is var (file, ministry)
                && await contacts.OfAsync(ministry, cancellation) is var settings && settings.Owns(from))
            {
                return await LayBeforeAnalystAsync(mail, file, ministry, IsProven(mail, settings), workflows, cancellation);
            }
        }

        log.LogWarning("A mail matched no open question of its sender's ministry and was not taken in.");
        return false;
    }

    private async Task<(CaseFile File, Ministry Ministry)?> MatchAsync(string recipient, CancellationToken cancellation)
    {
        var local = recipient.Split('@')[0].Trim().ToLowerInvariant();
        if (local.Split('.') is not [var number, var slug, var token] || !CaseNumber.TryParse(number, out var parsed)
            || !EnumNames.TryParseSlug<Ministry>(slug, out var ministry)
            || await store.FindAsync(parsed, cancellation) is not { } file || file.State.RequestTo(ministry) is not { HasEnded: false }
            || !file.Private.Secrets.TryGetValue(EscalationService.LinkOf(ministry), out var link))
        {
            return null;
        }

        var expected = ReplyAddress.LocalPartOf(parsed, ministry, secrets.Unprotect(link));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(local), Encoding.UTF8.GetBytes(expected)) ? (file, ministry)
            : null;
    }

    private async Task<bool> LayBeforeAnalystAsync(
        ReceivedMail mail, CaseFile file, Ministry ministry, bool isProven, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var text = TextSanitizer.Clean(WithoutQuotes(mail.Text));
        var cut = text.Length > MaximumText ? text[..MaximumText] : text;
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(MessageId().Match(mail.Headers) is { Success: true } id ? id.Groups[1].Value
            : $"{mail.From}|{mail.Text}")));
        return cut.Length > 0 && await service.ActAsync(file.Number, current =>
            current.State.RequestTo(ministry) is not { HasEnded: false } ? new Decision.Hide()
            : current.Events.Any(e => e.What is MinistryMailed known && known.MailHash == hash) ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(Actor.Of(ministry), new MinistryMailed(ministry, hash, isProven))
            { Texts = new Dictionary<string, string> { [TextNames.Answer] = cut } }),
            workflows, cancellation) is CommandResult.Done;
    }

    /// <summary>SPF speaks for the envelope's sender, DKIM for the domain that signed.</summary>
    private static bool IsProven(ReceivedMail mail, MinistryContacts settings) =>
        (mail.Spf.Equals("pass", StringComparison.OrdinalIgnoreCase) && EmailAddress.TryParse(mail.EnvelopeFrom, out var sender)
            && settings.Owns(sender))
        || DkimPass().Matches(mail.Dkim)
            .Any(m => settings.Domains.Any(d => m.Groups[1].Value.Equals(d, StringComparison.OrdinalIgnoreCase) || m.Groups[1]
            .Value.EndsWith($".{d}", StringComparison.OrdinalIgnoreCase)));

    private static bool IsAutomatic(string headers) => AutomaticHeader().IsMatch(headers);

    /// <summary>The new words only: what stands above the quoted mail.</summary>
    private static string WithoutQuotes(string text)
    {
        var start = QuoteStart().Match(text);
        var kept = start.Success && start.Index > 0 ? text[..start.Index] : text;
        return string.Join('\n', kept.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('>')));
    }

    [GeneratedRegex(@"^(?:Op .{4,120}schreef .{1,120}:|On .{4,120}wrote:|-{2,} ?(?:Oorspronkelijk bericht|Original Message).*|"
        + @"(?:Van|From): .+\r?\n(?:Verzonden|Sent|Datum|Date): .+)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuoteStart();

    [GeneratedRegex(@"^(?:Auto-Submitted:\s*(?!no\b)\S|Precedence:\s*(?:bulk|junk|list|auto_reply)|X-Auto-?(?:Reply|respond))",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AutomaticHeader();

    [GeneratedRegex(@"^Message-ID:\s*(<[^>\s]{1,300}>)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"@([A-Za-z0-9.\-]+)\s*:\s*pass", RegexOptions.IgnoreCase)]
    private static partial Regex DkimPass();
}
