namespace LocalRuntime.Orchestration;

/// <summary>Keeps the histories that were used last in memory, up to a limit in bytes, and lets go of the others.</summary>
internal sealed class LoadedInstances(long limit)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(Instance Instance, long Size)> order = new();
    private readonly Dictionary<Instance, LinkedListNode<(Instance Instance, long Size)>> nodes = [];
    private long total;

    public void Touch(Instance instance, long size)
    {
        List<Instance> dropped = [];
        lock (gate)
        {
            Forget(instance);
            nodes[instance] = order.AddLast((instance, size));
            total += size;
            while (total > limit && order.First is { } oldest && oldest.Value.Instance != instance)
            {
                dropped.Add(oldest.Value.Instance);
                Forget(oldest.Value.Instance);
            }
        }

        dropped.ForEach(old => old.Unload());
    }

    public void Remove(Instance instance)
    {
        lock (gate)
        {
            Forget(instance);
        }
    }

    private void Forget(Instance instance)
    {
        if (nodes.Remove(instance, out var node))
        {
            total -= node.Value.Size;
            order.Remove(node);
        }
    }
}
