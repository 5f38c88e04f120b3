using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>What follows from a turn once it is durable: activities, sub-orchestrations, events sent, and the end.</summary>
internal sealed partial class Engine
{
    public async Task RunActivityAsync(Instance instance, TaskScheduled activity)
    {
        await activities.WaitAsync(Stopping);
        Message outcome;
        try
        {
            outcome = await Task.Run(() => ActivityOutcomeAsync(instance.Id, activity), Stopping);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // Interrupted by the stop: it is done again after the restart.
            return;
        }
        finally
        {
            activities.Release();
        }

        await instance.PostAsync(outcome);
    }

    public async Task StartChildAsync(Instance parent, ExecutionStarted parentStart, SubOrchestrationCreated asked, bool isRecovery)
    {
        var link = new ParentLink(parentStart.Name, parent.Id, parentStart.ExecutionId, asked.Id);
        var started = new ExecutionStarted
        {
            At = Now(default),
            Name = asked.Name,
            Input = asked.Input,
            ExecutionId = Guid.NewGuid().ToString("N"),
            Version = asked.Version ?? Options.DefaultVersion,
            Parent = link,
        };
        while (true)
        {
            if (Find(asked.InstanceId) is { } existing)
            {
                if (await IsChildOrBusyAsync(existing, link, parent, asked))
                {
                    return;
                }

                continue;
            }

            if (isRecovery && await ReadDoneAsync(asked.InstanceId) is { } done && done.Summary.Parent == link)
            {
                await parent.PostAsync(OutcomeFor(asked.Id, new History(done.Events)), parentStart.ExecutionId);
                return;
            }

            if (await StorageRetry.UntilDoneAsync(token => CreateAsync(asked.InstanceId, started, token), "start a sub-orchestration", Logger, dead.Token) is not null)
            {
                return;
            }
        }
    }

    public async Task SendAsync(Instance sender, EventSent sent, string key)
    {
        if (Find(sent.InstanceId) is { } receiver)
        {
            await receiver.PostAsync(new EventRaised(sent.Name, sent.Payload, $"{sender.Id}/{key}"));
        }

        sender.NoteDelivered(key);
    }

    /// <summary>Tells the parent, and seals the history once that, and every event sent, is durable elsewhere.</summary>
    public async Task FinishAsync(Instance instance, History history)
    {
        if (history.Started!.Parent is { } parent && Find(parent.InstanceId) is { } waiting)
        {
            await waiting.PostAsync(OutcomeFor(parent.TaskId, history), parent.ExecutionId);
        }

        await instance.Sends;
        var text = HistoryFormat.Write(history.Events);
        var summary = instance.View!.Summary;
        await StorageRetry.UntilDoneAsync(token => store.SealAsync(instance.Id, summary, text, token), "seal a finished history", Logger, dead.Token);
        Remove(instance);
    }

    private static Message OutcomeFor(int taskId, History child) => child.Status switch
    {
        OrchestrationRuntimeStatus.Completed => new TaskCompleted(taskId, child.Completed!.Result),
        OrchestrationRuntimeStatus.Terminated => new TaskFailed(taskId, new Failure("OrchestrationTerminated", "The sub-orchestration was terminated.")),
        _ => new TaskFailed(taskId, child.Completed!.Failure!),
    };

    /// <summary>Whether an open instance settles the call: it is the child itself, or in the way. False when it is about to be gone.</summary>
    private async Task<bool> IsChildOrBusyAsync(Instance existing, ParentLink link, Instance parent, SubOrchestrationCreated asked)
    {
        if (await existing.FirstViewAsync(dead.Token) is not { } view)
        {
            return false;
        }

        if (view.Summary.Parent == link)
        {
            // It tells its parent itself when it ends, also after a restart.
            return true;
        }

        if (TaskHubClient.IsFinal(view.Summary.Status))
        {
            await existing.Gone.Task;
            return false;
        }

        var failure = new Failure(
            "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException", $"An orchestration with id '{asked.InstanceId}' is running already.");
        await parent.PostAsync(new TaskFailed(asked.Id, failure), link.ExecutionId);
        return true;
    }

    private Task<(InstanceSummary Summary, IReadOnlyList<HistoryEvent> Events)?> ReadDoneAsync(string id) =>
        StorageRetry.UntilDoneAsync(token => store.ReadDoneAsync(id, token), "read a finished history", Logger, dead.Token);

    private async Task<Message> ActivityOutcomeAsync(string instanceId, TaskScheduled activity)
    {
        if (!executor.HasActivity(activity.Name))
        {
            return new TaskFailed(activity.Id, new Failure(Retries.ActivityNotFound, $"There is no activity named '{activity.Name}' in this app."));
        }

        try
        {
            var result = await executor.RunActivityAsync(activity.Name, instanceId, activity.Input, Stopping);
            return new TaskCompleted(activity.Id, Converter.Serialize(result));
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever an activity throws is its outcome.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new TaskFailed(activity.Id, Failure.From(failure));
        }
    }
}
