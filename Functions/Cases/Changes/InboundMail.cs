using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A reply to a ministry's mail came in. It is not the answer until the analyst records it as such.</summary>
/// <param name="Ministry">The ministry to whose request the address belongs.</param>
/// <param name="MailHash">The SHA-256 of the message id, so that the same mail is recorded once.</param>
/// <param name="IsProven">Whether the mail was proved to come from the ministry's own domain.</param>
public sealed record MinistryMailed(Ministry Ministry, string MailHash, bool IsProven) : CaseChange, IMinistryChange
{
    /// <summary>The kind of mail; null in older events, which were all possible answers.</summary>
    public InboundKind? Kind { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(
        Ministry, r => r with { Mails = [.. r.Mails, new MinistryMail(e.Number, e.At, Kind ?? InboundKind.Reply, IsProven, MailHash)] });
}

/// <summary>The analyst decided that a mail is not the answer, or did what the mail asked for.</summary>
public sealed record MailedAnswerRefused(Ministry Ministry) : CaseChange, IMinistryChange
{
    /// <summary>The event number of the mail; null in older events, which meant every mail until then.</summary>
    public int? Mail { get; init; }

    /// <summary>The new due day, moved by the working days that the decision took; null for no change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReplyBefore { get; init; }

    /// <summary>
    /// Applies to the request that holds the mail, which may be an earlier one to the same ministry; the day is that of
    /// the newest request.
    /// </summary>
    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var handled = state with { Requests = [.. state.Requests.Select(r => r.Ministry == Ministry ? r.WithHandled(Mail) : r)] };
        return ReplyBefore is { } day ? handled.WithRequest(Ministry, r => r.MovedTo(day, e)) : handled;
    }
}
