using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpecPush.Findings;

namespace SpecPush.Memory;

/// <summary>
/// Keeps the projects of one build from repeating each other's messages and failures. Used only while the lock is held. Saved as lines
/// of two words, because loading a JSON serializer would take longer than the rest of a build without changes.
/// </summary>
internal sealed class BuildSession
{
    private const string Format = "session 1";
    private const string OutcomeSaid = "outcome";

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);

    /// <summary>Whether a push of this build failed for a reason that would stop every other push, too.</summary>
    public bool Failed { get; set; }

    /// <summary>Whether a push of this build could not send everything.</summary>
    public bool IsIncomplete => Failed || _refused.Count > 0;

    /// <summary>The time that this build has spent sending.</summary>
    public TimeSpan Spent { get; set; }

    /// <summary>Reads what <see cref="Save"/> returned; anything else gives an empty session.</summary>
    public static BuildSession Load(string saved)
    {
        var session = new BuildSession();
        if (saved.Split('\n') is not [Format, .. var lines])
        {
            return session;
        }

        foreach (var line in lines)
        {
            session.Add(line.Split(' '));
        }

        return session;
    }

    public string Save()
    {
        var text = new StringBuilder(Format).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"spent {Spent.Ticks}\n");
        text.Append(Failed ? "failed true\n" : "");
        AppendAll("said", _said);
        AppendAll("refused", _refused);
        AppendAll("completed", _completed);
        return text.ToString();

        void AppendAll(string kind, HashSet<string> names)
        {
            foreach (var name in names)
            {
                text.Append(CultureInfo.InvariantCulture, $"{kind} {name}\n");
            }
        }
    }

    /// <summary>Whether the server refused all of these requests earlier in this build, and so would refuse them again.</summary>
    public bool HasRefused(ImmutableArray<string> fingerprints) => fingerprints.All(_refused.Contains);

    /// <summary>Records requests that the server refused.</summary>
    public void Refuse(IEnumerable<string> fingerprints) => _refused.UnionWith(fingerprints);

    /// <summary>Whether a run with the same purpose has completed in this build.</summary>
    public bool HasCompleted(string purpose) => _completed.Contains(purpose);

    /// <summary>Records the purpose of a completed run.</summary>
    public void Complete(string purpose) => _completed.Add(purpose);

    /// <summary>The findings that this build has not shown yet; records them as shown.</summary>
    public ImmutableArray<Finding> New(ImmutableArray<Finding> findings) =>
        [.. findings.Where(finding => _said.Add(Name($"{finding.Code} {finding.Location} {finding.Message}")))];

    /// <summary>The lines that this build has not shown yet; records them as shown.</summary>
    /// <param name="lines">What happened.</param>
    /// <param name="isRepetition">Whether they only say that nothing has changed, which is shown only if nothing else was.</param>
    public ImmutableArray<string> New(ImmutableArray<string> lines, bool isRepetition)
    {
        if (lines.IsEmpty || (isRepetition && _said.Contains(OutcomeSaid)))
        {
            return [];
        }

        _said.Add(OutcomeSaid);
        return [.. lines.Where(line => isRepetition || _said.Add(Name(line)))];
    }

    // Turns any text into one word.
    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private void Add(string[] words)
    {
        switch (words)
        {
            case ["said", var name]:
                _said.Add(name);
                break;
            case ["refused", var name]:
                _refused.Add(name);
                break;
            case ["completed", var name]:
                _completed.Add(name);
                break;
            case ["spent", var ticks] when long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var spent):
                Spent = TimeSpan.FromTicks(spent);
                break;
            case ["failed", "true"]:
                Failed = true;
                break;
        }
    }
}
