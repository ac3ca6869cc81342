using System.Globalization;
using System.Text.Json;

namespace SpecPush.LocalServer.Tests.Endurance;

/// <summary>Which push of each feature the server holds, and whether it holds the whole of it.</summary>
internal static class StoredPushes
{
    public static async Task<IReadOnlyDictionary<(string Branch, string Feature), int>> ReadAsync(ServerProcess server)
    {
        var stored = new Dictionary<(string Branch, string Feature), int>();
        foreach (var branch in (await server.ContentsAsync()).GetProperty("branches").EnumerateArray())
        {
            var references = branch.GetProperty("references");
            foreach (var spec in branch.GetProperty("specs").EnumerateArray())
            {
                var feature = spec.GetProperty("feature").GetString()!;
                var push = Number(spec.GetProperty("requirements").GetProperty($"{feature}.A.1").GetProperty("requirement"));
                var place = references.GetProperty($"{feature}.A.1").EnumerateArray().Single().GetProperty("path").GetString()!;
                Assert.AreEqual($"src/a.cs:{push}", place, $"Half of a push of {feature} is stored.");
                stored.Add((branch.GetProperty("branch_name").GetString()!, feature), push);
            }
        }

        return stored;
    }

    private static int Number(JsonElement text) => int.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
