using CoachBot.Coaching.History;
using SkiaSharp;

namespace CoachBot.Pictures;

/// <summary>Draws a history: a row of bars for each thing that was told. It can be read at the width of a phone, where it is shown at a quarter.</summary>
internal static class HistoryDrawing
{
    private const int Width = 1280;
    private const int Margin = 48;
    private const int TitleHeight = 110;
    private const int PanelHeight = 240;
    private const int FootHeight = 70;
    private const float BarsTop = 110;
    private const float BarsHeight = PanelHeight - BarsTop - 16;
    private const float Dot = 5;

    private static readonly SKColor Ground = SKColor.Parse("#ffffff");
    private static readonly SKColor Ink = SKColor.Parse("#17211c");
    private static readonly SKColor Quiet = SKColor.Parse("#54625b");
    private static readonly SKColor Line = SKColor.Parse("#d5ddd8");

    /// <summary>In the order of the panels. Each stands 3 to 1 and better against the ground; none carries a meaning that words do not.</summary>
    private static readonly SKColor[] Bars = [SKColor.Parse("#b4532a"), SKColor.Parse("#3b5fa8"), SKColor.Parse("#0b6b4a"), SKColor.Parse("#6b4c9a")];

    public static byte[] ToPng(HistoryChart chart)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, TitleHeight + chart.Panels.Count * PanelHeight + FootHeight));
        var canvas = surface.Canvas;
        canvas.Clear(Ground);
        Text(canvas, chart.Title, Margin, 76, 48, Ink, PictureFonts.SemiBold);
        for (var i = 0; i < chart.Panels.Count; i++)
            Panel(canvas, chart.Panels[i], TitleHeight + i * PanelHeight, Bars[i % Bars.Length]);
        Days(canvas, chart, TitleHeight + chart.Panels.Count * PanelHeight + 40);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Panel(SKCanvas canvas, HistoryPanel panel, float top, SKColor colour)
    {
        Text(canvas, panel.Name, Margin, top + 44, 42, Ink, PictureFonts.SemiBold);
        Text(canvas, panel.Summary, Width - Margin, top + 44, 40, Quiet, PictureFonts.Regular, SKTextAlign.Right);
        using var line = new SKPaint { Color = Line, StrokeWidth = 2 };
        canvas.DrawLine(Margin, top + BarsTop + BarsHeight, Width - Margin, top + BarsTop + BarsHeight, line);
        for (var day = 0; day < panel.Values.Count; day++)
            Bar(canvas, panel, day, top + BarsTop + BarsHeight, colour);
    }

    /// <summary>A dot on the line where nothing was told: no bar would look like zero.</summary>
    private static void Bar(SKCanvas canvas, HistoryPanel panel, int day, float foot, SKColor colour)
    {
        var column = Column(day, panel.Values.Count);
        using var paint = new SKPaint { Color = panel.Values[day] is null ? Line : colour, IsAntialias = true };
        if (panel.Values[day] is not { } value)
        {
            canvas.DrawCircle(column.MidX, foot, Dot, paint);
            return;
        }

        var height = Math.Max(4, (float)Math.Clamp(value / panel.Most, 0, 1) * BarsHeight);
        var width = column.Width * 0.62f;
        canvas.DrawRoundRect(column.MidX - width / 2, foot - height, width, height, 6, 6, paint);
        if (panel.Labels[day] is { } label)
            Text(canvas, label, column.MidX, foot - height - 8, 40, Ink, PictureFonts.Regular, SKTextAlign.Center);
    }

    private static void Days(SKCanvas canvas, HistoryChart chart, float baseline)
    {
        for (var day = 0; day < chart.Days.Count; day++)
        {
            if (chart.Days[day] is not { } label)
                continue;

            // In a month a label stands at the first day of its week and needs more room than one column.
            var column = Column(day, chart.Days.Count);
            var isWide = chart.Days.Contains(null);
            Text(canvas, label, isWide ? column.Left : column.MidX, baseline, 40, Quiet, PictureFonts.Regular, isWide ? SKTextAlign.Left : SKTextAlign.Center);
        }
    }

    private static SKRect Column(int day, int count)
    {
        var width = (float)(Width - 2 * Margin) / count;
        return SKRect.Create(Margin + day * width, 0, width, 0);
    }

    /// <summary>Shrinks what would not fit, down to what can still be read.</summary>
    private static void Text(SKCanvas canvas, string text, float x, float y, float size, SKColor colour, SKTypeface typeface, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var font = new SKFont(typeface, size) { Subpixel = true };
        var room = Width - 2f * Margin;
        if (font.MeasureText(text) is var width && width > room)
            font.Size = Math.Max(size / 2, size * room / width);
        canvas.DrawText(text, x, y, align, font, paint);
    }
}
