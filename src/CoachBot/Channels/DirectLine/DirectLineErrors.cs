using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.DirectLine;

/// <summary>The answers of Direct Line to what it cannot do: <c>{"error":{"code","message"}}</c>.</summary>
internal static class DirectLineErrors
{
    public static IResult BadArgument(string message) => Error(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult NoCredentials() =>
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "Send a token or the secret as 'Authorization: Bearer …'.");

    public static IResult BadCredentials() =>
        Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token or secret is not valid here, or no longer.");

    public static IResult OtherConversation() =>
        Error(StatusCodes.Status403Forbidden, "Forbidden", "The token belongs to another conversation.");

    public static IResult NoSuchConversation() =>
        Error(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");

    public static IResult TooLarge(int limitBytes) =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body may have {limitBytes / 1024} KB.");

    public static IResult NotJson() =>
        Error(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "Send JSON with 'Content-Type: application/json'.");

    public static IResult NoUploads() =>
        Error(StatusCodes.Status400BadRequest, "UploadsNotSupported", "This bot takes no files; tell it in words.");

    /// <summary>Nothing was done; the same call succeeds later.</summary>
    public static IResult TryLater(HttpResponse response, int status, int seconds)
    {
        response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Error(status, "ServiceUnavailable", $"Too busy right now; try again in {seconds} s.");
    }

    public static IResult Error(int status, string code, string message) =>
        Results.Json(new ErrorResponse(new Error(code, message)), ActivityJson.Default.ErrorResponse, statusCode: status);
}
