using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary>Tells Slack's own requests from all others, by the signature over their raw bytes.</summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider time)
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const string Version = "v0";

    /// <summary>A request from further in the past may be a replay, and one from the future was not signed by a clock of Slack's.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.SigningSecret!);

    /// <summary>Why the request is not Slack's; null if it is.</summary>
    public string? Objection(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        if (Single(headers[TimestampHeader]) is not { } written || Single(headers[Header]) is not { } signature)
            return "The signature or its time is missing.";
        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "The time of the signature is no number.";
        if (Math.Abs((double)seconds - time.GetUtcNow().ToUnixTimeSeconds()) > Window.TotalSeconds)
            return "The signature is of another time; check this machine's clock if that is a surprise.";

        var expected = Encoding.ASCII.GetBytes(Sign(written, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? null : "The signature is wrong.";
    }

    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string? Single(StringValues values) => values is [{ Length: > 0 } only] ? only : null;
}
