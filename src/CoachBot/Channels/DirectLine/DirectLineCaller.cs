namespace CoachBot.Channels.DirectLine;

/// <summary>Who calls: the holder of a token, bound to one conversation and one user, or (no binding) the holder of the secret.</summary>
internal sealed record DirectLineCaller(TokenBinding? Binding)
{
    /// <summary>The caller of this request, once <see cref="DirectLineGate"/> let it through.</summary>
    public static DirectLineCaller Of(HttpContext context) =>
        context.Features.Get<DirectLineCaller>() ?? throw new InvalidOperationException("The route has no gate before it.");
}
