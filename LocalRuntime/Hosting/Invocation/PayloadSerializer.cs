using System.Text;
using System.Text.Json;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>Reads and writes messages and durable payloads by <see cref="WorkerOptions.Serializer"/>.</summary>
internal sealed class PayloadSerializer(IOptions<WorkerOptions> options)
{
    private readonly ObjectSerializer serializer = options.Value.Serializer!;

    public object? Deserialize(BinaryData data, Type type) => serializer.Deserialize(data.ToStream(), type, CancellationToken.None);

    public string Serialize(object value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(stream, value, value.GetType(), CancellationToken.None);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Sets the serializer where the app has set none.</summary>
    public sealed class Default(IOptions<JsonSerializerOptions> json) : IPostConfigureOptions<WorkerOptions>
    {
        public void PostConfigure(string? name, WorkerOptions options) => options.Serializer ??= new JsonObjectSerializer(json.Value);
    }
}

/// <summary>Durable payloads go through the worker's serializer, whatever DataConverter the services hold.</summary>
internal sealed class WorkerDataConverter(PayloadSerializer serializer) : DataConverter
{
    public override string? Serialize(object? value) => value is null ? null : serializer.Serialize(value);

    public override object? Deserialize(string? data, Type targetType) => data is null ? null : serializer.Deserialize(new BinaryData(data), targetType);
}
