using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Storage;

/// <summary>How often, and how long, storage is asked while a visitor waits.</summary>
public sealed class PatientRetryTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData("GET", 503)]
    [InlineData("POST", 503)]
    [InlineData("POST", 429)]
    public async Task Storage_ThatRefuses_IsNotAskedAgainWhenTheVisitorWaitedEnough(string method, int status)
    {
        using var storage = new FakeStorage(_ =>
        {
            clock.Advance(RequestPatience.Limit);
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status));
        });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => ServeAsync(method, storage.AskAsync));

        Assert.True(ErrorBoundary.IsStorageUnavailable(failure));
        Assert.Equal(1, storage.Asked);
    }

    [Fact]
    public async Task Storage_ThatRefusesOnce_IsAskedAgainWhileThereIsTime()
    {
        using var storage = new FakeStorage(asked => Task.FromResult(new HttpResponseMessage(
            asked == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NotFound)));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => ServeAsync("GET", storage.AskAsync));

        Assert.Equal((404, 2), (failure.Status, storage.Asked));
    }

    [Fact]
    public async Task Storage_ThatDoesNotAnswer_IsCutOffForAPage()
    {
        using var storage = new FakeStorage(async _ =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan);
            return new HttpResponseMessage();
        });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => ServeAsync("GET", async () =>
        {
            clock.Advance(RequestPatience.Limit);
            await storage.AskAsync();
        }));

        Assert.Equal((408, 1), (failure.Status, storage.Asked));
        Assert.True(ErrorBoundary.IsStorageUnavailable(failure));
    }

    /// <summary>A command goes on for as long as storage takes: its visitor would else never get through.</summary>
    [Fact]
    public async Task Storage_ThatIsSlow_MayTakeItsTimeForACommand()
    {
        using var storage = new FakeStorage(async _ =>
        {
            await Task.Delay(RequestPatience.LastTry * 1.5);
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => ServeAsync("POST", async () =>
        {
            clock.Advance(RequestPatience.Limit);
            await storage.AskAsync();
        }));

        Assert.Equal(404, failure.Status);
    }

    [Fact]
    public async Task Current_InWorkThatOthersWaitForAndAfterTheAnswer_IsNone()
    {
        var answered = new TaskCompletionSource();
        Task<bool> left = Task.FromResult(true), outliving = left;

        await ServeAsync("GET", () =>
        {
            Assert.NotNull(RequestPatience.Current);
            left = RequestPatience.Without(() => Task.Run(() => RequestPatience.Current is not null));
            outliving = Task.Run(async () =>
            {
                await answered.Task;
                return RequestPatience.Current is not null;
            });
            Assert.NotNull(RequestPatience.Current);
            return Task.CompletedTask;
        });
        answered.SetResult();

        Assert.False(await left);
        Assert.False(await outliving);
        Assert.Null(RequestPatience.Current);
    }

    [Fact]
    public async Task RunAsync_LaterStepOfTheSameRequest_HasWhatIsLeft()
    {
        var http = new DefaultHttpContext { Request = { Method = "GET" } };
        await RequestPatience.RunAsync(http, () =>
        {
            clock.Advance(RequestPatience.Limit / 4);
            return Task.CompletedTask;
        }, clock);

        await RequestPatience.RunAsync(http, () =>
        {
            Assert.Equal(RequestPatience.Limit * 0.75, RequestPatience.Current!.Left);
            return Task.CompletedTask;
        }, clock);
    }

    private Task ServeAsync(string method, Func<Task> work) =>
        RequestPatience.RunAsync(new DefaultHttpContext { Request = { Method = method } }, work, clock);

    private sealed class FakeStorage : IDisposable
    {
        private readonly HttpClient http;
        private readonly BlobClient blob;
        private int asked;

        public FakeStorage(Func<int, Task<HttpResponseMessage>> answer)
        {
            http = new HttpClient(new Handler(() => answer(Interlocked.Increment(ref asked))));
            blob = new BlobClient(new Uri("http://127.0.0.1:1/account/container/blob"), new BlobClientOptions
            {
                Transport = new HttpClientTransport(http),
                RetryPolicy = new PatientRetry(),
            });
        }

        public int Asked => asked;

        public async Task AskAsync() => await blob.GetPropertiesAsync();

        public void Dispose() => http.Dispose();
    }

    private sealed class Handler(Func<Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer().WaitAsync(cancellationToken);
    }
}
