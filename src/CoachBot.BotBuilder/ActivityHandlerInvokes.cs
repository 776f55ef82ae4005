using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Connector;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

/// <summary>Invokes: activities whose answer goes back in the HTTP response.</summary>
public partial class ActivityHandler
{
    private const string TokenResponseEventName = "tokens/response";

    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <returns>The answer; null when it has been sent already.</returns>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var action = ReadCardAction(turnContext.Activity);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, action, cancellationToken));
                case "application/search":
                    var search = ReadSearch(turnContext.Activity);
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, search, cancellationToken));
                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>Someone pressed an Action.Execute of an adaptive card. Answered with 501 unless overridden.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken);
        if (response is null || turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is not null)
            return;
        await turnContext.SendActivityAsync(new Activity(ActivityTypes.InvokeResponse) { Value = response }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadCardAction(IInvokeActivity activity)
    {
        var value = ReadValue<AdaptiveCardInvokeValue>(activity, string.Empty);
        if (value.Action is null)
            throw BadRequest("BadRequest", "Missing action property");
        if (value.Action.Type != "Action.Execute")
            throw BadRequest("NotSupported", $"The action '{value.Action.Type}' is not supported.");
        return value;
    }

    private static SearchInvokeValue ReadSearch(IInvokeActivity activity)
    {
        var value = ReadValue<SearchInvokeValue>(activity, " for search");
        // Teams does not always say which kind of search it means.
        if (string.IsNullOrEmpty(value.Kind) && string.Equals(activity.ChannelId, Channels.Msteams, StringComparison.OrdinalIgnoreCase))
            value.Kind = SearchInvokeTypes.Search;
        if (string.IsNullOrEmpty(value.QueryText))
            throw BadRequest("BadRequest", "Missing queryText property for search");
        if (string.IsNullOrEmpty(value.Kind))
            throw BadRequest("BadRequest", "Missing kind property for search");
        return value;
    }

    private static T ReadValue<T>(IInvokeActivity activity, string purpose)
        where T : class
    {
        if (activity.Value is null)
            throw BadRequest("BadRequest", $"Missing value property{purpose}");
        if (activity.Value is T typed)
            return typed;
        try
        {
            if (activity.Value is JsonObject or JsonElement { ValueKind: JsonValueKind.Object })
                return WireJson.Convert<T>(activity.Value)!;
        }
        catch (JsonException)
        {
            // The same answer as for a value that is no object.
        }

        throw BadRequest("BadRequest", $"Value property is not properly formed{purpose}");
    }

    private static InvokeResponseException BadRequest(string code, string message) =>
        new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });

    /// <summary>Thrown while an invoke is handled, it becomes the answer.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode = HttpStatusCode.InternalServerError;
        private readonly object? _body;

        public InvokeResponseException(HttpStatusCode statusCode, object? body = null)
        {
            _statusCode = statusCode;
            _body = body;
        }

        public InvokeResponseException()
        {
        }

        public InvokeResponseException(string message)
            : base(message)
        {
        }

        public InvokeResponseException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
