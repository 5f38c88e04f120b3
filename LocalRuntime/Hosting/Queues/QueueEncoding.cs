using System.Buffers.Text;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Hosting.Queues;

/// <summary>
/// Base64 on the wire, as host.json's default has it. Done here and not by the client: there, one message that is not
/// base64 makes a whole batch unreadable.
/// </summary>
internal static class QueueEncoding
{
    public static BinaryData Encode(BinaryData body, bool base64) =>
        base64 ? new BinaryData(Convert.ToBase64String(body.ToMemory().Span)) : body;

    /// <summary>The message with its body decoded, or null where that cannot be done.</summary>
    public static QueueMessage? Decode(QueueMessage message, bool base64)
    {
        if (!base64)
        {
            return message;
        }

        var text = message.Body.ToString();
        return Base64.IsValid(text)
            ? QueuesModelFactory.QueueMessage(
                message.MessageId, message.PopReceipt, new BinaryData(Convert.FromBase64String(text)), message.DequeueCount,
                message.NextVisibleOn, message.InsertedOn, message.ExpiresOn)
            : null;
    }
}
