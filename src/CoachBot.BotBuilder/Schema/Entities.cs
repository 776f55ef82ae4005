using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>Someone is named in the text; Text is the piece of the message that names them.</summary>
public class Mention : Entity
{
    public Mention()
        : base(EntityTypes.Mention)
    {
    }

    public Mention(ChannelAccount? mentioned = default, string? text = default, string? type = default)
        : base(type ?? EntityTypes.Mention)
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonPropertyName("mentioned")]
    public ChannelAccount? Mentioned { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

public class Thing : Entity
{
    public Thing()
        : base(EntityTypes.Thing)
    {
    }

    public Thing(string? type = default, string? name = default)
        : base(type ?? EntityTypes.Thing)
    {
        Name = name;
    }

    [JsonPropertyName("name")]
    public string? Name { get; set; }
}

public class Place : Entity
{
    public Place()
        : base(EntityTypes.Place)
    {
    }

    public Place(object? address = default, object? geo = default, object? hasMap = default, string? type = default, string? name = default)
        : base(type ?? EntityTypes.Place)
    {
        Address = address;
        Geo = geo;
        HasMap = hasMap;
        Name = name;
    }

    [JsonPropertyName("address")]
    public object? Address { get; set; }

    [JsonPropertyName("geo")]
    public object? Geo { get; set; }

    [JsonPropertyName("hasMap")]
    public object? HasMap { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }
}

/// <summary>WGS 84: degrees, and metres of elevation.</summary>
public class GeoCoordinates : Entity
{
    public GeoCoordinates()
        : base(EntityTypes.GeoCoordinates)
    {
    }

    public GeoCoordinates(
        double? elevation = default,
        double? latitude = default,
        double? longitude = default,
        string? type = default,
        string? name = default)
        : base(type ?? EntityTypes.GeoCoordinates)
    {
        Elevation = elevation;
        Latitude = latitude;
        Longitude = longitude;
        Name = name;
    }

    [JsonPropertyName("elevation")]
    public double? Elevation { get; set; }

    [JsonPropertyName("latitude")]
    public double? Latitude { get; set; }

    [JsonPropertyName("longitude")]
    public double? Longitude { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }
}
