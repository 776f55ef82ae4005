using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Makes a reply of the bot what Slack shows: its text, its cards and pictures, its buttons last.</summary>
internal static class MessageBlocks
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public static IReadOnlyList<SlackMessage> Of(Activity reply)
    {
        var blocks = new BlockList();
        AddText(blocks, reply);
        var number = NumberOf(reply);
        foreach (var (i, attachment) in (reply.Attachments ?? []).Index())
            AddAttachment(blocks, attachment, $"{number}.{i}");
        if (Buttons.Of([.. reply.SuggestedActions?.Actions ?? []], number) is { } buttons)
            blocks.Add(buttons);
        return blocks.IsEmpty ? [] : blocks.ToMessages();
    }

    /// <summary>The engine numbers replies, so that the buttons of one can be told from those of all others in the conversation.</summary>
    private static string NumberOf(Activity reply) => reply.Id is { } id ? id[(id.LastIndexOf('|') + 1)..] : "";

    /// <summary>A paragraph that is also the heading of a card is left to the card.</summary>
    private static void AddText(BlockList blocks, Activity reply)
    {
        var text = reply.Text ?? "";
        foreach (var card in CardsOf(reply))
        {
            if (CardBlocks.Heading(card) is { } heading && text.Split("\n\n") is var paragraphs)
                text = string.Join("\n\n", paragraphs.Where(paragraph => paragraph != heading));
        }

        if (string.IsNullOrWhiteSpace(text))
            return;
        blocks.AddText(reply.TextFormat == TextFormatTypes.Plain ? Mrkdwn.Escape(text) : Mrkdwn.FromMarkdown(text));
    }

    private static void AddAttachment(BlockList blocks, Attachment attachment, string id)
    {
        if (attachment.ContentType == AdaptiveCard && attachment.Content is JsonObject card)
            new CardBlocks(blocks, id).Add(card);
        else if (attachment.ContentType == HeroCard.ContentType && HeroOf(attachment.Content) is { } hero)
            AddHero(blocks, hero, id);
        else if (attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true)
            AddPicture(blocks, attachment);
        else if (attachment.Name is { Length: > 0 } name)
            blocks.AddText(Mrkdwn.Escape(name));
    }

    private static void AddHero(BlockList blocks, HeroCard card, string id)
    {
        if (card.Title is { Length: > 0 } title)
            blocks.AddText($"*{Mrkdwn.Escape(title)}*");
        foreach (var text in new[] { card.Subtitle, card.Text }.Where(text => !string.IsNullOrWhiteSpace(text)))
            blocks.AddText(Mrkdwn.FromMarkdown(text!));
        foreach (var image in card.Images ?? [])
            AddPicture(blocks, new Attachment("image/*", image.Url, name: image.Alt));
        if (Buttons.Of([.. card.Buttons ?? []], id) is { } buttons)
            blocks.Add(buttons);
    }

    /// <summary>Slack fetches the picture itself; one that has no address is named instead.</summary>
    private static void AddPicture(BlockList blocks, Attachment picture)
    {
        var alt = picture.Name ?? "";
        if (picture.ContentUrl is { Length: <= Block.UrlLimit } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            blocks.Add(Block.Image(url, alt));
        else if (alt.Length > 0)
            blocks.AddText(Mrkdwn.Escape(alt));
    }

    private static IEnumerable<JsonObject> CardsOf(Activity reply) =>
        (reply.Attachments ?? []).Where(attachment => attachment.ContentType == AdaptiveCard).Select(attachment => attachment.Content).OfType<JsonObject>();

    private static HeroCard? HeroOf(object? content) => content switch
    {
        HeroCard card => card,
        JsonObject json => StateJson.Convert<HeroCard>(json),
        _ => null,
    };
}
