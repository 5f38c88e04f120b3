using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>
/// One line of an orchestration's history. Messages come from outside and wait until <see cref="OrchestratorStarted"/> says
/// that a turn has taken in all that came before it; actions are what the orchestrator asked for in that turn.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ExecutionStarted), nameof(ExecutionStarted))]
[JsonDerivedType(typeof(TaskCompleted), nameof(TaskCompleted))]
[JsonDerivedType(typeof(TaskFailed), nameof(TaskFailed))]
[JsonDerivedType(typeof(TimerFired), nameof(TimerFired))]
[JsonDerivedType(typeof(EventRaised), nameof(EventRaised))]
[JsonDerivedType(typeof(ExecutionSuspended), nameof(ExecutionSuspended))]
[JsonDerivedType(typeof(ExecutionResumed), nameof(ExecutionResumed))]
[JsonDerivedType(typeof(ExecutionTerminated), nameof(ExecutionTerminated))]
[JsonDerivedType(typeof(ForeignAwaitSeen), nameof(ForeignAwaitSeen))]
[JsonDerivedType(typeof(OrchestratorStarted), nameof(OrchestratorStarted))]
[JsonDerivedType(typeof(TaskScheduled), nameof(TaskScheduled))]
[JsonDerivedType(typeof(SubOrchestrationCreated), nameof(SubOrchestrationCreated))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(TimerCanceled), nameof(TimerCanceled))]
[JsonDerivedType(typeof(EventSent), nameof(EventSent))]
[JsonDerivedType(typeof(EventDelivered), nameof(EventDelivered))]
[JsonDerivedType(typeof(CustomStatusSet), nameof(CustomStatusSet))]
[JsonDerivedType(typeof(ContinuedAsNew), nameof(ContinuedAsNew))]
[JsonDerivedType(typeof(CarriedOver), nameof(CarriedOver))]
[JsonDerivedType(typeof(ExecutionCompleted), nameof(ExecutionCompleted))]
public abstract record HistoryEvent
{
    /// <summary>When it was recorded, by the hub's clock.</summary>
    public DateTime At { get; init; }
}

/// <summary>What comes from outside the orchestrator.</summary>
public abstract record Message : HistoryEvent;

/// <summary>What the orchestrator asked for under a number; a replay must ask for the same.</summary>
public abstract record NumberedAction : HistoryEvent
{
    public required int Id { get; init; }

    /// <summary>What it is, in words for a person.</summary>
    [JsonIgnore]
    public abstract string Description { get; }
}

/// <summary>The parent that waits for this orchestration, and for which of its tasks.</summary>
public sealed record ParentLink(string Name, string InstanceId, string ExecutionId, int TaskId);

/// <summary>A failure as it lies in history.</summary>
public sealed record Failure(string Type, string Message, string? StackTrace = null, Failure? Inner = null)
{
    public TaskFailureDetails ToDetails() => new(Type, Message, StackTrace, Inner?.ToDetails(), null);

    public static Failure From(TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? From(inner) : null);

    public static Failure From(Exception exception) => From(TaskFailureDetails.FromException(exception));
}

public sealed record ExecutionStarted : Message
{
    public required string Name { get; init; }

    public required string ExecutionId { get; init; }

    public string? Input { get; init; }

    public string? Version { get; init; }

    public DateTime? StartAt { get; init; }

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>An activity or sub-orchestration ended well.</summary>
public sealed record TaskCompleted(int Id, string? Result) : Message;

/// <summary>An activity or sub-orchestration failed.</summary>
public sealed record TaskFailed(int Id, Failure Failure) : Message;

public sealed record TimerFired(int Id) : Message;

/// <summary>An external event. <c>From</c> is set when another orchestration sent it, so that it arrives once.</summary>
public sealed record EventRaised(string Name, string? Payload, string? From = null) : Message;

public sealed record ExecutionSuspended(string? Reason) : Message;

public sealed record ExecutionResumed(string? Reason) : Message;

public sealed record ExecutionTerminated(string? Output) : Message;

/// <summary>After a turn it showed that the orchestrator awaited something that is not a task of its context; this ends it.</summary>
public sealed record ForeignAwaitSeen(Failure Failure) : Message;

/// <summary>A turn ran: it took in every message before this line. Its time is the orchestrator's clock in that turn.</summary>
public sealed record OrchestratorStarted : HistoryEvent;

public sealed record TaskScheduled : NumberedAction
{
    public required string Name { get; init; }

    public string? Input { get; init; }

    [JsonIgnore]
    public override string Description => $"activity '{Name}' (#{Id})";
}

public sealed record SubOrchestrationCreated : NumberedAction
{
    public required string Name { get; init; }

    public required string InstanceId { get; init; }

    public string? Input { get; init; }

    public string? Version { get; init; }

    [JsonIgnore]
    public override string Description => $"sub-orchestration '{Name}' (#{Id})";
}

public sealed record TimerCreated : NumberedAction
{
    public required DateTime FireAt { get; init; }

    [JsonIgnore]
    public override string Description => $"timer (#{Id})";
}

public sealed record TimerCanceled(int Id) : HistoryEvent;

public sealed record EventSent : NumberedAction
{
    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    public string? Payload { get; init; }

    [JsonIgnore]
    public override string Description => $"event '{Name}' (#{Id})";
}

/// <summary>An event that this orchestration sent is durable at its receiver.</summary>
public sealed record EventDelivered(string Key) : HistoryEvent;

public sealed record CustomStatusSet(string? Status) : HistoryEvent;

/// <summary>The execution ended by starting over; what follows belongs to the next one.</summary>
public sealed record ContinuedAsNew : HistoryEvent;

/// <summary>The first line of a history that was begun anew with an execution: what is known of the instance from the executions before.</summary>
public sealed record CarriedOver(DateTime CreatedAt, IReadOnlyList<string> Received) : HistoryEvent;

public sealed record ExecutionCompleted : HistoryEvent
{
    public required OrchestrationRuntimeStatus Status { get; init; }

    public string? Result { get; init; }

    public Failure? Failure { get; init; }
}
