using SkiaSharp;

namespace CoachBot.Pictures;

/// <summary>Inter (SIL Open Font License, see Fonts/OFL.txt) with the letters of the five languages: servers often have no fonts at all.</summary>
internal static class PictureFonts
{
    public static SKTypeface Regular { get; } = Load("Inter-Regular.ttf");

    public static SKTypeface SemiBold { get; } = Load("Inter-SemiBold.ttf");

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PictureFonts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is not in the program.");
        return SKTypeface.FromStream(stream);
    }
}
