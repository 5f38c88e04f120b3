using System.Diagnostics;
using LocalHost.Worker;

namespace RegelLoket.Tests.LocalHost;

/// <summary>The one line that a worker leaves behind which ended before it was ready.</summary>
public sealed class WorkerOutputTests
{
    [Theory]
    [InlineData("echo 'Unhandled exception. System.InvalidOperationException: No such setting.' >&2; echo '   at App.Main()' >&2",
        "No such setting.")]
    [InlineData("echo 'Unhandled exception. App.OwnException (12): Half' >&2; echo 'and half.' >&2; echo '   at App.Main()' >&2",
        "Half and half.")]
    [InlineData("echo 'Unhandled exception. Just a text: with a colon' >&2", "Just a text: with a colon")]
    [InlineData("echo starting >&2; echo 'Sample:Greeting is missing.' >&2", "Sample:Greeting is missing.")]
    [InlineData("echo 'only on its output'; echo ''", "only on its output")]
    [InlineData("true", "")]
    public async Task Reason_WorkerThatEnded_IsItsExceptionOrElseItsLastLine(string script, string reason)
    {
        using var worker = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = new WorkerOutput(worker);

        await worker.WaitForExitAsync();

        Assert.Equal(reason, output.Reason());
    }
}
