using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>How the protocol reports a failure.</summary>
public class ErrorResponse : WireObject
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error? error = default)
    {
        Error = error;
    }

    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}

public class Error : WireObject
{
    public Error()
    {
    }

    public Error(string? code = default, string? message = default, InnerHttpError? innerHttpError = default)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}

public class InnerHttpError : WireObject
{
    public InnerHttpError()
    {
    }

    public InnerHttpError(int? statusCode = default, object? body = default)
    {
        StatusCode = statusCode;
        Body = body;
    }

    [JsonPropertyName("statusCode")]
    public int? StatusCode { get; set; }

    [JsonPropertyName("body")]
    public object? Body { get; set; }
}
