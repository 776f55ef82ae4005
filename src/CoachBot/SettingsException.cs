namespace CoachBot;

/// <summary>A setting is missing or unusable. The message is one sentence for the operator: which setting, what is wrong, what it may be.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
