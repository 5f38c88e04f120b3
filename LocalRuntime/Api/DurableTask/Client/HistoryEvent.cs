namespace DurableTask.Core.History;

/// <summary>An entry of an orchestration's history, as newer clients return it.</summary>
public abstract class HistoryEvent(int eventId)
{
    public int EventId { get; private set; } = eventId;

    public bool IsPlayed { get; set; }

    public DateTime Timestamp { get; set; }
}
