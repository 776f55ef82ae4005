using System.CommandLine;

namespace CoachBot.Commands;

/// <summary><c>health</c>: asks a running host whether it is ready, for containers that have no other program to ask with.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var address = new Argument<string>("ADDRESS")
        {
            Description = "Where the host listens.",
            DefaultValueFactory = _ => "http://localhost:3978",
        };
        var command = new Command("health", "Ask a running host whether it is ready; exit code 1 when it is not.") { address };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(address), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string written, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return await Settings.FailAsync($"'{written}' is no address such as http://localhost:3978.", exitCode: 2);
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return await Settings.FailAsync($"{address} does not answer: {e.Message}");
        }
    }
}
