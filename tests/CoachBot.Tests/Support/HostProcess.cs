using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoachBot.Tests.Support;

/// <summary>The program as users run it, in a process of its own that can be killed; its address and database outlive it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;
    private HttpClient? _client;
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public HttpClient Client => _client ??= new HttpClient { BaseAddress = Address };

    private string PathSetting => $"--Storage:Path={Path.Combine(_folder, "coach.db")}";

    /// <returns>The first line that it printed.</returns>
    public async Task<string> StartAsync(params string[] settings)
    {
        _process = Start(["serve", $"--urls={Address}", PathSetting, .. settings]);
        var errors = _process.StandardError.ReadToEndAsync();
        return await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System)
            ?? throw new InvalidOperationException($"The host did not start: {await errors}");
    }

    /// <summary>The conversation in the terminal.</summary>
    public void StartChat(params string[] settings)
    {
        _process = Start(["chat", PathSetting, .. settings]);
        _ = _process.StandardError.ReadToEndAsync();
    }

    public async Task TypeAsync(string line)
    {
        await _process!.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Reads what it prints until a line holds <paramref name="text"/>.</summary>
    public async Task<string> PrintsAsync(string text)
    {
        var seen = new StringBuilder();
        while (await _process!.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line)
        {
            seen.AppendLine(line);
            if (line.Contains(text, StringComparison.OrdinalIgnoreCase))
                return seen.ToString();
        }

        throw new InvalidOperationException($"It ended without '{text}': {seen}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string input = "", string environment = "Development")
    {
        using var process = Start(arguments, environment);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            ChildProcess.Kill(process);
        }
    }

    /// <summary>Without a warning (SIGKILL).</summary>
    public void Kill() => ChildProcess.Kill(_process!);

    public ValueTask DisposeAsync()
    {
        if (_process is not null)
            Kill();
        _process?.Dispose();
        _client?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Process Start(string[] arguments, string environment = "Development") =>
        ChildProcess.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoachBot.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
        });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
