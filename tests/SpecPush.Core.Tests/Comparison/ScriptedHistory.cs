using System.Globalization;
using System.Text;

namespace SpecPush.Tests.Comparison;

/// <summary>Writes a history in which specs, code and tests change as in years of work; the same seed gives the same history.</summary>
internal sealed class ScriptedHistory(TestRepository repository, int seed)
{
    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, Feature> _features = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private int _next = 1;

    /// <summary>The commits, oldest first; some are merges.</summary>
    public string[] Write(int commits)
    {
        for (var number = 0; number < 3; number++)
        {
            AddFeature();
        }

        var hashes = new List<string>();
        while (hashes.Count < commits)
        {
            for (var change = _random.Next(1, 6); change > 0; change--)
            {
                Change();
            }

            Save();
            if (hashes.Count % 7 == 6)
            {
                Merge(hashes[^2]);
            }

            hashes.Add(repository.Commit());
        }

        return [.. hashes];
    }

    private void Change()
    {
        var feature = _features.Values.ElementAt(_random.Next(_features.Count));
        var requirement = feature.Requirements.Count == 0 ? null : feature.Requirements[_random.Next(feature.Requirements.Count)];
        switch (_random.Next(16))
        {
            case 0:
                AddFeature();
                break;
            case 1 when _features.Count > 2:
                _features.Remove(feature.Name);
                break;
            case 2:
                feature.File = $"features/moved {_next++} ü.feature.yaml";
                break;
            case 3:
                feature.Product = feature.Product == "shop" ? "store" : "shop";
                break;
            case 4:
                feature.IsInvalid = !feature.IsInvalid;
                break;
            case 5 or 6:
                AddRequirement(feature);
                break;
            case 7 when requirement is not null:
                feature.Requirements.Remove(requirement);
                break;
            case 8 when requirement is not null:
                requirement.Text = $"Does {_next++}\n          things";
                break;
            case 9 when requirement is not null:
                requirement.Number = _next++;
                break;
            case 10 when requirement is not null:
                requirement.IsDeprecated = !requirement.IsDeprecated;
                break;
            case 11 or 12 when requirement is not null:
                Mention($"test/{_random.Next(6)}.test.js", feature, requirement);
                break;
            case 13 when requirement is not null:
                Mention($"src/{_random.Next(6)} ä.js", feature, requirement);
                break;
            case 14 or 15 when _files.Count > 0:
                _files.Remove(_files.Keys.ElementAt(_random.Next(_files.Count)));
                break;
        }
    }

    private void AddFeature()
    {
        var feature = new Feature { Name = string.Create(CultureInfo.InvariantCulture, $"f{_next++}"), Product = "shop" };
        feature.File = $"features/{feature.Name}.feature.yaml";
        _features.Add(feature.Name, feature);
        for (var number = 0; number < 5; number++)
        {
            AddRequirement(feature);
            Mention($"test/{_random.Next(6)}.test.js", feature, feature.Requirements[^1]);
        }
    }

    // Sometimes with the text of another one, so that renames are ambiguous.
    private void AddRequirement(Feature feature) => feature.Requirements.Add(new Requirement
    {
        Number = _next++,
        Text = _random.Next(4) == 0 ? "Does the same" : string.Create(CultureInfo.InvariantCulture, $"Does {_next}"),
    });

    private void Mention(string file, Feature feature, Requirement requirement)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"// {feature.Name}.A.{requirement.Number}\n");
        _files[file] = _random.Next(3) == 0 ? line : line + _files.GetValueOrDefault(file);
    }

    private void Save()
    {
        foreach (var folder in (string[])["features", "src", "test"])
        {
            if (Directory.Exists(Path.Combine(repository.Path, folder)))
            {
                Directory.Delete(Path.Combine(repository.Path, folder), recursive: true);
            }
        }

        foreach (var feature in _features.Values)
        {
            repository.Write(feature.File, feature.ToText());
        }

        foreach (var (path, content) in _files)
        {
            repository.Write(path, _random.Next(5) == 0 ? content.Replace("\n", "\r\n", StringComparison.Ordinal) : content);
        }
    }

    // Merges a branch that left the history earlier, and changes only its own files.
    private void Merge(string from)
    {
        var current = repository.Git("rev-parse", "HEAD");
        repository.Git("stash", "-q", "-u");
        repository.Git("checkout", "-q", "-b", $"side-{_next}", from);
        repository.Write($"side/{_next}.js", $"// f1.A.{_random.Next(1, 9)}\n");
        repository.Commit();
        var side = repository.Head;
        repository.Git("checkout", "-q", "main");
        repository.Git("reset", "-q", "--hard", current);
        repository.Git("merge", "-q", "--no-ff", "--no-edit", side);
        repository.Git("stash", "pop", "-q");
        _next++;
    }

    private sealed class Feature
    {
        public required string Name { get; init; }

        public required string Product { get; set; }

        public string File { get; set; } = "";

        public bool IsInvalid { get; set; }

        public List<Requirement> Requirements { get; } = [];

        public string ToText()
        {
            var text = new StringBuilder($"feature:\n  name: {Name}\n  product: {Product}\ncomponents:\n  A:\n");
            foreach (var requirement in Requirements)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {requirement.Number}:\n      requirement: {requirement.Text}\n");
                text.Append(requirement.IsDeprecated ? "      deprecated: true\n" : "");
            }

            return text.Append(IsInvalid ? "  A:\n" : "").ToString();
        }
    }

    private sealed class Requirement
    {
        public required int Number { get; set; }

        public required string Text { get; set; }

        public bool IsDeprecated { get; set; }
    }
}
