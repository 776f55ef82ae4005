using System.Collections.Concurrent;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Tests.Reliability;

/// <summary>Stands between a host and a storage service on the loopback, and spoils the calls it is told to.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _service;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ConcurrentQueue<Fault> _faults = new();

    private FaultyProxy(Uri service)
    {
        _service = service;
        _app = LoopbackServer.Create();
        _app.Run(PassOnAsync);
    }

    public string Address { get; private set; }

    public int Spoilt { get; private set; }

    /// <summary>Calls that write are spoilt only.</summary>
    public bool WritesOnly { get; set; }

    public static async Task<FaultyProxy> StartAsync(Uri service)
    {
        var proxy = new FaultyProxy(service);
        await proxy._app.StartAsync();
        proxy.Address = LoopbackServer.AddressOf(proxy._app);
        return proxy;
    }

    /// <summary>The next calls, one fault each.</summary>
    public void Spoil(Fault fault, int calls = 1)
    {
        for (var i = 0; i < calls; i++)
            _faults.Enqueue(fault);
    }

    public void Heal() => _faults.Clear();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if ((WritesOnly && isRead) || !_faults.TryDequeue(out var fault))
            fault = Fault.None;
        Spoilt += fault == Fault.None ? 0 : 1;
        switch (fault)
        {
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Busy or Fault.ServerError or Fault.Throttled:
                context.Response.StatusCode = fault switch { Fault.Busy => 503, Fault.Throttled => 429, _ => 500 };
                return;
        }

        using var answer = await ForwardAsync(context);
        if (fault == Fault.LostAnswer)
        {
            context.Abort();
            return;
        }

        await CopyAsync(context, answer, isTruncated: fault == Fault.Truncated);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        // The address is part of what is signed, but not the host.
        var target = new Uri(_service, context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is "Host" or "Content-Length" || request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values))
                continue;
            request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }

        return await _client.SendAsync(request);
    }

    private static async Task CopyAsync(HttpContext context, HttpResponseMessage answer, bool isTruncated)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive" or "Content-Length"))
                context.Response.Headers[name] = values.ToArray();
        }

        if (context.Response.StatusCode is 204 or 304)
            return;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(isTruncated ? body.AsMemory(0, body.Length / 2) : body);
        if (isTruncated)
            context.Abort();
    }
}

/// <summary>What happens to a call.</summary>
public enum Fault
{
    None,

    /// <summary>The connection breaks before the service sees the call.</summary>
    Reset,

    /// <summary>The service does it, and the caller never hears so.</summary>
    LostAnswer,
    Truncated,
    Busy,
    Throttled,
    ServerError,
}
