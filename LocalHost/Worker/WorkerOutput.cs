using System.Diagnostics;

namespace LocalHost.Worker;

/// <summary>
/// The console output of a worker: shown as it is once the worker is ready, and buffered until then, because a worker
/// that fails at its start prints the reason there.
/// </summary>
internal sealed class WorkerOutput
{
    private const string Unhandled = "Unhandled exception. ";

    private readonly List<(TextWriter To, string Line)> kept = [];
    private bool isUp;

    public WorkerOutput(Process worker)
    {
        worker.OutputDataReceived += (_, line) => Take(Console.Out, line.Data);
        worker.ErrorDataReceived += (_, line) => Take(Console.Error, line.Data);
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
    }

    /// <summary>Shows the buffered output, and every line from now on.</summary>
    public void Show()
    {
        lock (kept)
        {
            isUp = true;
            kept.ForEach(line => line.To.WriteLine(line.Line));
            kept.Clear();
        }
    }

    /// <summary>Returns whether the buffered output holds a text.</summary>
    public bool Holds(string text)
    {
        lock (kept)
        {
            return kept.Any(line => line.Line.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Returns why the worker ended, in one line: the message of its exception, or its last output.</summary>
    public string Reason()
    {
        lock (kept)
        {
            var lines = kept.Where(line => line.To == Console.Error).Select(line => line.Line).ToList();
            var thrown = lines.FindIndex(line => line.StartsWith(Unhandled, StringComparison.Ordinal));
            if (thrown < 0)
            {
                return kept.LastOrDefault(line => !string.IsNullOrWhiteSpace(line.Line)).Line?.Trim() ?? "";
            }

            var message = lines.Skip(thrown).TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))
                .Select(line => line.Trim());
            return WithoutType(string.Join(' ', message)[Unhandled.Length..]);
        }
    }

    // "Some.Namespace.SomeException: message" or "Some.Namespace.SomeException (12): message"
    private static string WithoutType(string exception)
    {
        var colon = exception.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && exception[..colon].Split(' ')[0].EndsWith("Exception", StringComparison.Ordinal) ? exception[(colon + 2)..]
            : exception;
    }

    private void Take(TextWriter to, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (kept)
        {
            if (isUp)
            {
                to.WriteLine(line);
            }
            else
            {
                kept.Add((to, line));
            }
        }
    }
}
