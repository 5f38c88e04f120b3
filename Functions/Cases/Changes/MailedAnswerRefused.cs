using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

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
        var handled =
            state with { Requests = [.. state.Requests.Select(r => r.Ministry == Ministry ? r.WithHandled(Mail) : r)] };
        return ReplyBefore is { } day ? handled.WithRequest(Ministry, r => r.MovedTo(day, e)) : handled;
    }
}
