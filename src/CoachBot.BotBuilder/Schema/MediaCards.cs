using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class AnimationCard : WireObject
{
    public AnimationCard()
    {
    }

    public AnimationCard(
        string? title = default,
        string? subtitle = default,
        string? text = default,
        ThumbnailUrl? image = default,
        IList<MediaUrl>? media = default,
        IList<CardAction>? buttons = default,
        bool? shareable = default,
        bool? autoloop = default,
        bool? autostart = default,
        string? aspect = default,
        object? value = default,
        string? duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.animation";

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("image")]
    public ThumbnailUrl? Image { get; set; }

    [JsonPropertyName("media")]
    public IList<MediaUrl>? Media { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    [JsonPropertyName("shareable")]
    public bool? Shareable { get; set; }

    [JsonPropertyName("autoloop")]
    public bool? Autoloop { get; set; }

    [JsonPropertyName("autostart")]
    public bool? Autostart { get; set; }

    [JsonPropertyName("aspect")]
    public string? Aspect { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    [JsonPropertyName("duration")]
    public string? Duration { get; set; }

    public Attachment ToAttachment() => new(ContentType, content: this);
}

public class AudioCard : WireObject
{
    public AudioCard()
    {
    }

    public AudioCard(
        string? title = default,
        string? subtitle = default,
        string? text = default,
        ThumbnailUrl? image = default,
        IList<MediaUrl>? media = default,
        IList<CardAction>? buttons = default,
        bool? shareable = default,
        bool? autoloop = default,
        bool? autostart = default,
        string? aspect = default,
        object? value = default,
        string? duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.audio";

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("image")]
    public ThumbnailUrl? Image { get; set; }

    [JsonPropertyName("media")]
    public IList<MediaUrl>? Media { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    [JsonPropertyName("shareable")]
    public bool? Shareable { get; set; }

    [JsonPropertyName("autoloop")]
    public bool? Autoloop { get; set; }

    [JsonPropertyName("autostart")]
    public bool? Autostart { get; set; }

    [JsonPropertyName("aspect")]
    public string? Aspect { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    [JsonPropertyName("duration")]
    public string? Duration { get; set; }

    public Attachment ToAttachment() => new(ContentType, content: this);
}

public class VideoCard : WireObject
{
    public VideoCard()
    {
    }

    public VideoCard(
        string? title = default,
        string? subtitle = default,
        string? text = default,
        ThumbnailUrl? image = default,
        IList<MediaUrl>? media = default,
        IList<CardAction>? buttons = default,
        bool? shareable = default,
        bool? autoloop = default,
        bool? autostart = default,
        string? aspect = default,
        object? value = default,
        string? duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.video";

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("image")]
    public ThumbnailUrl? Image { get; set; }

    [JsonPropertyName("media")]
    public IList<MediaUrl>? Media { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    [JsonPropertyName("shareable")]
    public bool? Shareable { get; set; }

    [JsonPropertyName("autoloop")]
    public bool? Autoloop { get; set; }

    [JsonPropertyName("autostart")]
    public bool? Autostart { get; set; }

    [JsonPropertyName("aspect")]
    public string? Aspect { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    [JsonPropertyName("duration")]
    public string? Duration { get; set; }

    public Attachment ToAttachment() => new(ContentType, content: this);
}

public class MediaUrl : WireObject
{
    public MediaUrl()
    {
    }

    public MediaUrl(string? url = default, string? profile = default)
    {
        Url = url;
        Profile = profile;
    }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("profile")]
    public string? Profile { get; set; }
}

public class ThumbnailUrl : WireObject
{
    public ThumbnailUrl()
    {
    }

    public ThumbnailUrl(string? url = default, string? alt = default)
    {
        Url = url;
        Alt = alt;
    }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("alt")]
    public string? Alt { get; set; }
}
