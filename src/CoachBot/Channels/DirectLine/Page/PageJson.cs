using System.Text.Json.Serialization;

namespace CoachBot.Channels.DirectLine.Page;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext;
