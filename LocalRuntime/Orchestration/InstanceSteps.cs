using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>What one step of the pump does: messages in, a turn, one append, and what follows from it.</summary>
internal sealed partial class Instance
{
    // Below this, old executions cost less to keep than to take out.
    private const long LongHistory = 64 * 1024;

    /// <summary>One step; true when there is more to do at once.</summary>
    private async Task<bool> StepAsync(List<Delivery> deliveries)
    {
        var known = history ??= await LoadAsync();
        if (known is null)
        {
            deliveries.ForEach(delivery => delivery.Durable.TrySetResult(false));
            engine.Remove(this);
            return false;
        }

        var isRecovery = needsRecovery;
        var now = engine.Now(known.LastEventAt);
        var durable = unwritten.Count;
        var lines = TakeUnwritten();
        var accepted = new bool[deliveries.Count];
        for (var i = 0; i < deliveries.Count; i++)
        {
            accepted[i] = deliveries[i].IsFor(known) && known.Accepts(deliveries[i].Message);
            if (accepted[i])
            {
                Record(known, lines, deliveries[i].Message with { At = now });
            }
        }

        foreach (var timer in known.OpenTimers.Where(timer => timer.FireAt <= now).OrderBy(timer => timer.FireAt).ThenBy(timer => timer.Id).ToList())
        {
            Record(known, lines, new TimerFired(timer.Id) { At = now });
        }

        var firstOfTurn = lines.Count;
        if (engine.CanRun(known, now))
        {
            foreach (var entry in await engine.RunTurnAsync(this, known.Events, known.Started!, now))
            {
                Record(known, lines, entry);
            }
        }

        if (lines.Count > durable)
        {
            await WriteAsync(known, lines);
            engine.NoteChange();
        }
        else
        {
            unwritten = lines;
        }

        needsRecovery = false;
        Publish(known);
        for (var i = 0; i < deliveries.Count; i++)
        {
            deliveries[i].Durable.TrySetResult(accepted[i]);
        }

        Follow(known, isRecovery ? known.OpenTasks.Concat(known.Undelivered.Values) : lines.Skip(firstOfTurn).OfType<NumberedAction>(), isRecovery);
        return engine.CanRun(known, now);
    }

    /// <summary>Appends; or, where an execution ended by starting over and much lies behind it, begins the history anew with the next one.</summary>
    private async Task WriteAsync(History known, List<HistoryEvent> lines)
    {
        if (End.Length > LongHistory && lines.Exists(line => line is ContinuedAsNew)
            && known.Anew() is { } beginning && await engine.BeginAnewAsync(id, End, beginning) is { } end)
        {
            End = end;
            unwritten = [.. beginning];
            return;
        }

        End = await engine.AppendAsync(id, End.Length, lines);
    }

    private List<HistoryEvent> TakeUnwritten()
    {
        lock (gate)
        {
            List<HistoryEvent> lines = [.. unwritten];
            foreach (var arrival in delivered)
            {
                history!.Add(arrival);
                lines.Add(arrival);
            }

            unwritten = [];
            delivered = [];
            return lines;
        }
    }

    private static void Record(History known, List<HistoryEvent> lines, HistoryEvent entry)
    {
        known.Add(entry);
        lines.Add(entry);
    }

    /// <summary>Begins what became durable.</summary>
    private void Follow(History known, IEnumerable<NumberedAction> actions, bool isRecovery)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case TaskScheduled activity when known.IsOpen(activity.Id):
                    engine.Track(engine.RunActivityAsync(this, activity));
                    break;
                case SubOrchestrationCreated child when known.IsOpen(child.Id):
                    Begin(engine.StartChildAsync(this, known.Started!, child, isRecovery));
                    break;
                case EventSent sent:
                    sends.RemoveAll(earlier => earlier.IsCompleted);
                    sends.Add(Begin(engine.SendAsync(this, sent, known.UndeliveredKey(sent))));
                    break;
            }
        }

        if (known.IsFinished)
        {
            NextTimer = null;
            hasNothingToRun = false;
            if (!isFinishing)
            {
                isFinishing = true;
                engine.Track(engine.FinishAsync(this, known));
            }

            return;
        }

        var due = known.OpenTimers.Select(timer => (DateTime?)timer.FireAt).Append(known.HasRun ? null : known.Started!.StartAt).Min();
        if (due != NextTimer || isRecovery)
        {
            NextTimer = due;
            if (due is { } at)
            {
                engine.Timers.Add(this, at);
            }
        }

        var waitsToRun = known.HasUnprocessed && !known.IsSuspended && known.Started!.StartAt is null;
        hasNothingToRun = !waitsToRun && known.OpenTasks.All(task => task is SubOrchestrationCreated);
    }

    private Task Begin(Task effect)
    {
        Interlocked.Increment(ref effectsUnderWay);
        var tracked = effect.ContinueWith(
            _ => Interlocked.Decrement(ref effectsUnderWay), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        engine.Track(effect);
        return tracked;
    }

    private void Publish(History known)
    {
        var started = known.Started!;
        var summary = new InstanceSummary
        {
            Name = started.Name,
            Status = known.Status,
            CreatedAt = View?.Summary.CreatedAt ?? known.CreatedAt,
            UpdatedAt = known.LastEventAt,
            Version = started.Version,
            Parent = started.Parent,
        };
        List<(Func<OrchestrationRuntimeStatus, bool> When, TaskCompletionSource<InstanceView> Source)> told;
        lock (gate)
        {
            View = new InstanceView(summary, known.Payloads());
            told = watchers?.Where(watcher => watcher.When(summary.Status)).ToList() ?? [];
            watchers?.RemoveAll(told.Contains);
        }

        foreach (var (_, source) in told)
        {
            source.TrySetResult(View);
        }
    }

    private async Task<History?> LoadAsync()
    {
        var found = await engine.ReadAsync(id);
        if (found is null || found.Events.Count == 0)
        {
            return null;
        }

        End = found.End;
        unwritten = End.Length == 0 ? [.. found.Events] : [];
        return new History(found.Events);
    }
}
