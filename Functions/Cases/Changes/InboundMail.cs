using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A reply to a ministry's mail came in. It is not its answer until the analyst says so.</summary>
/// <param name="Ministry">The ministry to whose request the address belongs.</param>
/// <param name="MailHash">SHA-256 of the message's id, so that the same mail is taken once.</param>
/// <param name="IsProven">Whether the mail was proved to come from the ministry's own domain.</param>
public sealed record MinistryMailed(Ministry Ministry, string MailHash, bool IsProven) : CaseChange, IMinistryChange
{
    /// <summary>What the mail is to the desk; null in events from before this was kept, which were all possible answers.</summary>
    public InboundKind? Kind { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(
        Ministry, r => r with { Mails = [.. r.Mails, new MinistryMail(e.Number, e.At, Kind ?? InboundKind.Reply, IsProven, MailHash)] });
}

/// <summary>The analyst did not take what the ministry mailed for its answer, or has done what the mail asked for.</summary>
public sealed record MailedAnswerRefused(Ministry Ministry) : CaseChange, IMinistryChange
{
    /// <summary>The number of the mail's event; null in events from before this was kept, which meant every mail until then.</summary>
    public int? Mail { get; init; }

    /// <summary>The day on which the answer is due from now on, moved by the working days that the decision took; null as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReplyBefore { get; init; }

    /// <summary>The mail may belong to an earlier question to the same ministry; the day is that of the newest.</summary>
    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var handled = state with { Requests = [.. state.Requests.Select(r => r.Ministry == Ministry ? r.WithHandled(Mail) : r)] };
        return ReplyBefore is { } day ? handled.WithRequest(Ministry, r => r.MovedTo(day, e)) : handled;
    }
}
