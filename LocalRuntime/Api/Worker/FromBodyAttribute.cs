namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Binds a parameter from the JSON body of the request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute
{
}

/// <summary>A request of the model without ASP.NET Core; here only as the type of an optional parameter.</summary>
public abstract class HttpRequestData(FunctionContext functionContext)
{
    public FunctionContext FunctionContext { get; } = functionContext;
}
