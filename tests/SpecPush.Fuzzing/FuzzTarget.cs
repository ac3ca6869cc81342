using System.Text;

namespace SpecPush.Fuzzing;

/// <summary>A reader, and what to begin with.</summary>
internal abstract class FuzzTarget : IDisposable
{
    /// <summary>Inputs as they should be.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Words that the reader looks for.</summary>
    public virtual IReadOnlyList<string> Words => [];

    public virtual int MaxLength => 4096;

    /// <summary>Reads; any exception, and any complaint about the result, is a find.</summary>
    public abstract void Read(byte[] input);

    public virtual void Dispose()
    {
    }
}

/// <summary>What must be true of any result.</summary>
internal static class Require
{
    public static void That(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    /// <summary>For what a person will read in a log.</summary>
    public static void OneLine(string? text) =>
        That(text?.Any(Findings.OneLine.IsInvisible) != true, $"Not fit for a line: {Convert.ToBase64String(Encoding.UTF8.GetBytes(text ?? ""))}");
}

/// <summary>A reader of text.</summary>
internal sealed class TextTarget(string[] seeds, string[] words, Action<string> read) : FuzzTarget
{
    public override IReadOnlyList<byte[]> Seeds { get; } = [.. seeds.Select(Encoding.UTF8.GetBytes)];

    public override IReadOnlyList<string> Words => words;

    public override void Read(byte[] input) => read(Encoding.UTF8.GetString(input));
}

/// <summary>A reader of bytes.</summary>
internal sealed class BytesTarget(string[] seeds, string[] words, Action<byte[]> read) : FuzzTarget
{
    public override IReadOnlyList<byte[]> Seeds { get; } = [.. seeds.Select(Encoding.UTF8.GetBytes)];

    public override IReadOnlyList<string> Words => words;

    public override void Read(byte[] input) => read(input);
}
