using LocalHost.Lokaal.Identity;
using LocalHost.Startup;

using var signal = new StopSignal();
try
{
    var arguments = new LocalArguments(args);
    var run = new LocalRun(arguments);
    return arguments.Command switch
    {
        null => await run.RunAsync(signal.Token),
        TokenCommand.Name => await run.PrintTokenAsync(),
        var command => await run.RunCommandAsync(command, signal.Token),
    };
}
catch (StartupException reason)
{
    await Console.Error.WriteLineAsync(reason.Message.ReplaceLineEndings(" "));
    return 1;
}
catch (OperationCanceledException) when (signal.Token.IsCancellationRequested)
{
    return 0;
}
