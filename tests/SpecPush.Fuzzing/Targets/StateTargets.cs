using System.Text;
using SpecPush.Checkout;
using SpecPush.Memory;
using SpecPush.Reporting;

namespace SpecPush.Fuzzing.Targets;

/// <summary>The state folder.</summary>
internal static class StateTargets
{
    private static readonly string[] Words = ["\"format\":", "\"key\":", "\"at\":", "\"findings\":[", "null", "[]", "{}", "-1", "\\ud800", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00Z", "true", "false"];

    public static FuzzTarget LastRuns() => new BytesTarget(
        ["""{"format":3,"key":"k","reportHash":"","at":"2026-01-01T00:00:00.0000000+00:00","failed":false,"pushed":true,"reason":null,"reasonCode":null,"provider":"git","branch":"main","explanation":"","findings":[["SPUSH2013",0,"m","f",1,2],["SPUSH2013",0,"m",null,0,0]]}"""],
        Words, static saved => LastRun.Load(saved)?.Save());

    public static FuzzTarget Reports() => new BytesTarget(
        [Encoding.UTF8.GetString(new StoredReport("k", Report.Nothing with { Context = new PushContext { Provider = "git", Branch = "main", Explanation = "x" }, Coverage = [] }).Save())],
        Words, static saved => _ = StoredReport.Load(saved)?.Key);

    public static FuzzTarget Pushes() => new BytesTarget(
        ["""{"format":1,"fingerprints":["a","b"],"pushedAt":"2026-01-01T00:00:00+00:00","sentFeatures":{"cart":"cart.A.1"},"failedAt":"2026-01-01T00:00:00+00:00"}"""],
        Words, static saved => PushState.Load(saved)?.Save());

    public static FuzzTarget Builds() => new TextTarget(
        ["session 1\nspent 12345\nfailed true\nsaid a\nsaid b\nrefused c\ncompleted d\n"], ["session 1\n", "spent ", "said ", "failed true\n", "9223372036854775807", " ", "\n"],
        static saved => BuildSession.Load(saved).Save());
}

/// <summary>What texts refer to, behind a checksum that nobody gets right by chance.</summary>
internal sealed class TextMemoryTarget : FuzzTarget
{
    private readonly TextMemory _memory = new("/nowhere", "key");

    public override IReadOnlyList<byte[]> Seeds { get; } = [Content(0), Content(2)];

    public override void Read(byte[] input) => _memory.Parse([.. input, .. BitConverter.GetBytes(TextMemory.Checksum(input))]);

    private static byte[] Content(int texts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("specpush texts 1");
        writer.Write("key");
        writer.Write(texts);
        for (var text = 0; text < texts; text++)
        {
            writer.Write(1UL);
            writer.Write((ulong)text);
            writer.Write(false);
            writer.Write7BitEncodedInt(1);
            writer.Write("cart.A.1");
            writer.Write7BitEncodedInt(3);
            writer.Write(false);
        }

        return stream.ToArray();
    }
}
