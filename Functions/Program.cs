using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket;
using RegelLoket.Storage;

try
{
    var builder = App.Compose(FunctionsApplication.CreateBuilder(args));
    using var host = builder.Build();
    if (args is [VerifyCommand.Name])
    {
        // There is no Functions host to connect to: the services are used, and nothing is started.
        return await VerifyCommand.RunAsync(host.Services, Console.Out, CancellationToken.None);
    }

    await host.RunAsync();
    return 0;
}
catch (OptionsValidationException fault)
{
    // A wrong setting is one line for the person who can change it, not a stack trace.
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
