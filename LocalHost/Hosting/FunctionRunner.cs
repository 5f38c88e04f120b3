using System.Diagnostics;
using Google.Protobuf;
using LocalHost.Http;
using LocalHost.Worker;
using LocalHost.Worker.Wire;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalHost.Hosting;

/// <summary>Passes an invocation from the WebJobs SDK to the worker, and its result back.</summary>
internal sealed class FunctionRunner(
    IReadOnlyList<AppFunction> functions, WorkerChannel worker, Action<string, object?, object?>? answered)
{
    // Keeps dates as they were written.
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    private readonly Dictionary<string, AppFunction> byName = functions.ToDictionary(function => function.Name);

    public async Task<object?> RunAsync(string name, object? trigger, Binder binder, CancellationToken cancellation)
    {
        var function = byName[name];
        var clients = new List<ParameterBinding>();
        foreach (var client in function.Clients)
        {
            var attribute = new DurableClientAttribute
            {
                TaskHub = AppFunction.Text(client, "taskHub"),
                ConnectionName = AppFunction.Text(client, "connectionName"),
            };
            var bound = await binder.BindAsync<string>(attribute, cancellation);
            clients.Add(new ParameterBinding { Name = AppFunction.Text(client, "name"), Data = new TypedData { Text = bound } });
        }

        var id = trigger is HttpCall call ? call.Id : Guid.NewGuid().ToString();
        var result = Result(await worker.InvokeAsync(id, function, Fill, cancellation));
        answered?.Invoke(name, trigger, result);
        return result;

        void Fill(InvocationRequest request)
        {
            var activity = Activity.Current;
            request.TraceContext = new TraceContext { TraceParent = activity?.Id ?? "", TraceState = activity?.TraceStateString ?? "" };
            request.Input.Add(new ParameterBinding { Name = function.TriggerName, Data = Data(trigger) });
            request.Input.Add(clients);
            var values = trigger is HttpCall http
                ? http.Route.Select(pair => (pair.Key, (object?)pair.Value))
                : binder.BindingData.Select(pair => (pair.Key, (object?)pair.Value));
            foreach (var (key, value) in values.Where(pair => pair.Item2 is not null && pair.Key != "sys"))
            {
                request.TriggerMetadata[key] = Data(value);
            }
        }
    }

    private static TypedData Data(object? value) => value switch
    {
        null => new TypedData(),
        string text => new TypedData { Text = text },
        byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
        ParameterBindingData data => new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = data.Version,
                Source = data.Source,
                ContentType = data.ContentType,
                Content = ByteString.CopyFrom(data.Content),
            },
        },
        HttpCall call => new TypedData
        { Http = new HttpData { Method = call.Method, Url = call.Url, Params = { call.Route.ToDictionary() } } },
        _ => new TypedData { Json = JsonConvert.SerializeObject(value) },
    };

    private static object? Result(TypedData data) => data.DataCase switch
    {
        TypedData.DataOneofCase.Text => data.Text,
        TypedData.DataOneofCase.Json => Json(data.Json),
        TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
        TypedData.DataOneofCase.Int => data.Int,
        TypedData.DataOneofCase.Double => data.Double,
        _ => null,
    };

    private static object? Json(string text)
    {
        var json = JsonConvert.DeserializeObject<JToken>(text, AsWritten);
        return json is JValue plain ? plain.Value : json;
    }
}
