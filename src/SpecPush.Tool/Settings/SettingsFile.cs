using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SpecPush.Files;
using SpecPush.Findings;

namespace SpecPush.Tool.Settings;

/// <summary>The file <c>specpush.json</c> in the repository's root.</summary>
/// <param name="Values">The values, by setting.</param>
/// <param name="Findings">What is wrong with the file.</param>
internal sealed record SettingsFile(ImmutableDictionary<string, FileValue> Values, ImmutableArray<Finding> Findings)
{
    public const string Name = "specpush.json";

    private const long MaxSize = 1_000_000;
    private const int MaxReason = 200;
    private static readonly SettingsFile Missing = new(ImmutableDictionary<string, FileValue>.Empty, []);

    /// <summary>Reads the file. A link counts as missing, because it may lead anywhere.</summary>
    public static SettingsFile Read(string root)
    {
        var file = new FileInfo(Path.Combine(root, Name));
        if (file is not { Exists: true, LinkTarget: null })
        {
            return Missing;
        }

        try
        {
            return file.Length > MaxSize ? Invalid($"it is larger than {MaxSize} bytes", 0) : Parse(RegularFile.ReadAllBytes(file.FullName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Invalid($"it cannot be read: {exception.Message.TrimEnd('.')}", 0);
        }
    }

    internal static SettingsFile Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return new SettingsFileReader(text).Read();
        }
        catch (JsonException exception)
        {
            // The finding has a location; the library's message repeats it, counted from zero.
            var message = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
            return Invalid(OneLine.From(char.ToLowerInvariant(message[0]) + message[1..], MaxReason), (int)(exception.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // It shows only when a text is read.
            return Invalid("it has a text that is not UTF-8, or half a character", 0);
        }
    }

    private static SettingsFile Invalid(string reason, int line) => Missing with { Findings = [ToolFindings.InvalidFile(reason, line)] };
}

/// <summary>A setting in the file, with its location.</summary>
internal sealed record FileValue(string Text, SourceLocation Place);

/// <summary>Reads the members one by one, because their locations are needed.</summary>
internal ref struct SettingsFileReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly Dictionary<string, FileValue> _values = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private Utf8JsonReader _reader;

    public SettingsFileReader(ReadOnlySpan<byte> text)
    {
        _text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        _reader = new Utf8JsonReader(_text, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
    }

    public SettingsFile Read()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return new SettingsFile(ImmutableDictionary<string, FileValue>.Empty, [ToolFindings.InvalidFile("it is not an object, { … }", 1)]);
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember();
        }

        // Anything that follows is a syntax error, for which the reader throws.
        _reader.Read();
        return new SettingsFile(_values.ToImmutableDictionary(), [.. _findings]);
    }

    private void ReadMember()
    {
        var name = _reader.GetString()!;
        var place = Place();
        _reader.Read();
        var setting = ToolSettings.All.FirstOrDefault(setting => setting.Name == name);
        if (name == "$schema")
        {
            _reader.Skip();
        }
        else if (setting is null)
        {
            _findings.Add(name == "api-token" ? ToolFindings.NotInFile(name, "it would be checked in; set ACAI_API_TOKEN in the environment", place) : ToolFindings.UnknownSetting(name, place));
            _reader.Skip();
        }
        else if (setting.NotInFile is { } reason)
        {
            _findings.Add(ToolFindings.NotInFile(name, $"{reason}; use the option {setting.Option}", place));
            _reader.Skip();
        }
        else if (ReadValue() is not { } value)
        {
            _findings.Add(ToolFindings.WrongKind(name, setting.Expected, place));
        }
        else if (setting.NamesFile && !IsInCheckout(value))
        {
            _findings.Add(ToolFindings.NotInFile(name, $"a file of the checkout must not choose a place outside of it or in .git; write a path such as out/{name}, or use the option {setting.Option}", place));
        }
        else if (!_values.TryAdd(name, new FileValue(value, place)))
        {
            _findings.Add(ToolFindings.RepeatedSetting(name, place));
        }
    }

    private static bool IsInCheckout(string path) =>
        path.Split('/', '\\') is [not "", ..] segments && !segments.Any(static segment => segment is ".." or ".git" || segment.Contains(':', StringComparison.Ordinal));

    private string? ReadValue()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.GetString();
            case JsonTokenType.True or JsonTokenType.False:
                return _reader.GetBoolean() ? "true" : "false";
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_reader.ValueSpan);
            case JsonTokenType.StartArray:
                return ReadList();
            default:
                _reader.Skip();
                return null;
        }
    }

    private string? ReadList()
    {
        var entries = new List<string>();
        var isValid = true;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            isValid &= _reader.TokenType == JsonTokenType.String;
            entries.Add(_reader.TokenType == JsonTokenType.String ? _reader.GetString()! : "");
            _reader.Skip();
        }

        return isValid ? string.Join('\n', entries) : null;
    }

    private readonly SourceLocation Place()
    {
        var before = _text[..(int)_reader.TokenStartIndex];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourceLocation(SettingsFile.Name, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
