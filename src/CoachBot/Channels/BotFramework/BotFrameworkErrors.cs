using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework;

/// <summary>The answers to calls that are not taken: <c>{"error":{"code","message"}}</c>.</summary>
internal static class BotFrameworkErrors
{
    public static IResult BadArgument(string message) => Error(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult Unauthorized(HttpResponse response, string reason)
    {
        response.Headers.WWWAuthenticate = "Bearer";
        return Error(StatusCodes.Status401Unauthorized, "Unauthorized", reason);
    }

    public static IResult Forbidden(string reason) => Error(StatusCodes.Status403Forbidden, "Forbidden", reason);

    public static IResult TooLarge(int limitBytes) =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body may have {limitBytes / 1024} KB.");

    public static IResult NotJson() =>
        Error(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "Send JSON with 'Content-Type: application/json'.");

    /// <summary>Nothing was done; the same call succeeds later.</summary>
    public static IResult TryLater(HttpResponse response, string why)
    {
        response.Headers.RetryAfter = "2";
        return Error(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", why);
    }

    public static IResult Failed() =>
        Error(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong on our side.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new ErrorResponse(new Error(code, message)), ActivityJson.Default.ErrorResponse, statusCode: status);
}
