using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket;
using RegelLoket.Cases;

try
{
    var builder = App.Compose(FunctionsApplication.CreateBuilder(args));
    var command = builder.Configuration["Command"];
    var host = builder.Build();
    if (command != VerifyCommand.Name)
    {
        await host.RunAsync();
        return 0;
    }

    await host.StartAsync();
    var exitCode = await VerifyCommand.RunAsync(host.Services, Console.Out, CancellationToken.None);
    await host.StopAsync();
    return exitCode;
}
catch (OptionsValidationException fault)
{
    // A wrong setting is one line for the person who can change it, not a stack trace.
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
