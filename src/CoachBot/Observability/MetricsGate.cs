using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Observability;

/// <summary>Lets in who sends the token as bearer; without a token, which is for Development, anyone.</summary>
internal sealed class MetricsGate(string? token)
{
    private const string Scheme = "Bearer ";

    public Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        if (token is null || IsToken(context.Request.Headers.Authorization.ToString(), token))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private static bool IsToken(string header, string token) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
