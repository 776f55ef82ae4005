using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class ReceiptCard : WireObject
{
    public ReceiptCard()
    {
    }

    public ReceiptCard(
        string? title = default,
        IList<Fact>? facts = default,
        IList<ReceiptItem>? items = default,
        CardAction? tap = default,
        string? total = default,
        string? tax = default,
        string? vat = default,
        IList<CardAction>? buttons = default)
    {
        Title = title;
        Facts = facts;
        Items = items;
        Tap = tap;
        Total = total;
        Tax = tax;
        Vat = vat;
        Buttons = buttons;
    }

    public const string ContentType = "application/vnd.microsoft.card.receipt";

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("facts")]
    public IList<Fact>? Facts { get; set; }

    [JsonPropertyName("items")]
    public IList<ReceiptItem>? Items { get; set; }

    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }

    [JsonPropertyName("total")]
    public string? Total { get; set; }

    [JsonPropertyName("tax")]
    public string? Tax { get; set; }

    [JsonPropertyName("vat")]
    public string? Vat { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    public Attachment ToAttachment() => new(ContentType, content: this);
}

public class ReceiptItem : WireObject
{
    public ReceiptItem()
    {
    }

    public ReceiptItem(
        string? title = default,
        string? subtitle = default,
        string? text = default,
        CardImage? image = default,
        string? price = default,
        string? quantity = default,
        CardAction? tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Price = price;
        Quantity = quantity;
        Tap = tap;
    }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("image")]
    public CardImage? Image { get; set; }

    [JsonPropertyName("price")]
    public string? Price { get; set; }

    [JsonPropertyName("quantity")]
    public string? Quantity { get; set; }

    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}

public class Fact : WireObject
{
    public Fact()
    {
    }

    public Fact(string? key = default, string? value = default)
    {
        Key = key;
        Value = value;
    }

    [JsonPropertyName("key")]
    public string? Key { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
