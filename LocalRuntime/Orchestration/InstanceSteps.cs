using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>What one step of the pump does: messages in, a turn, one append, and what follows from it.</summary>
internal sealed partial class Instance
{
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
        if (CanRun(known, now))
        {
            foreach (var entry in await engine.RunTurnAsync(this, known.Events, known.Started!, now))
            {
                Record(known, lines, entry);
            }
        }

        if (lines.Count > 0)
        {
            Length = await engine.AppendAsync(id, Length, lines);
            engine.NoteChange();
        }

        needsRecovery = false;
        Publish(known);
        for (var i = 0; i < deliveries.Count; i++)
        {
            deliveries[i].Durable.TrySetResult(accepted[i]);
        }

        Follow(known, isRecovery ? known.OpenTasks.Concat(known.Undelivered.Values) : lines.Skip(firstOfTurn).OfType<NumberedAction>(), isRecovery);
        return CanRun(known, now);
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

    private bool CanRun(History known, DateTime now) =>
        known is { HasUnprocessed: true, IsFinished: false, IsSuspended: false }
        && (known.Started!.StartAt is not { } start || start <= now)
        && engine.TakesOn(known.Started.Version);

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
        if (found is null || (found.Unwritten is null && found.Events.Count == 0))
        {
            return null;
        }

        Length = found.Length;
        unwritten = found.Unwritten is { } start ? [start] : [];
        return new History([.. unwritten, .. found.Events]);
    }
}
