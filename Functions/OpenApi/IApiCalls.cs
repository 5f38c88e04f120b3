namespace RegelLoket.OpenApi;

/// <summary>A part of the API that declares its calls.</summary>
public interface IApiCalls
{
    IEnumerable<ApiCall> Calls { get; }
}
