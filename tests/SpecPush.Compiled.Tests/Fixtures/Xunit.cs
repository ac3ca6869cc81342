// assembly: matrix.ASSEMBLY.1
using System;
using System.Threading.Tasks;
using Xunit;

#if XUNIT2
[assembly: AssemblyTrait("acid", "matrix.ASSEMBLY.1")]
#else
[assembly: Trait("acid", "matrix.ASSEMBLY.1")]
#endif

namespace Matrix;

public sealed class SlowFactAttribute : FactAttribute;

public sealed class CoversAttribute<T>(string acid) : Attribute
{
    public string Text => typeof(T) + acid;
}

public class Forms
{
    private const string Group = "matrix.CONST";

    [Fact]                                                  // none: matrix.CONST.1 matrix.CONST.2
    [Trait("acid", $"{Group}.1"), Trait("acid", Group + ".2")]
    public void Constants()
    {                                                       // debug: matrix.CONST.1 matrix.CONST.2
        GC.KeepAlive(1);                                    // release: matrix.CONST.1 matrix.CONST.2
    }

    [Fact(DisplayName = "Shows matrix.NAMED.1, matrix.NAMED.2-1")] // none: matrix.NAMED.1 matrix.NAMED.2-1
    public void Names() =>
        GC.KeepAlive(1);                                    // debug, release: matrix.NAMED.1 matrix.NAMED.2-1

    [Theory]                                                // none: matrix.ROW.1 matrix.SKIP.1
    [InlineData(1, new[] { "x", "matrix.ROW.1" })]
    [InlineData(2, null, Skip = "matrix.SKIP.1")]
    public void Rows(int number, string[] texts)
    {                                                       // debug: matrix.ROW.1 matrix.SKIP.1
        GC.KeepAlive(texts);                                // release: matrix.ROW.1 matrix.SKIP.1
    }

    [SlowFact]
    [Trait("acid", "matrix.DERIVED.1")]
    public void Derived()
    {                                                       // debug: matrix.DERIVED.1
        GC.KeepAlive(1);                                    // release: matrix.DERIVED.1
    }

    [Fact, Covers<DayOfWeek>("matrix.GENERIC.1")]           // none: matrix.GENERIC.1
    public void Generic()
    {                                                       // debug: matrix.GENERIC.1
        GC.KeepAlive(1);                                    // release: matrix.GENERIC.1
    }
}

[Trait("acid", "matrix.CLASS.1")]
public class Shapes
{
    [Fact]                                                  // none: matrix.CLASS.1 matrix.ASYNC.1
    [Trait("acid", "matrix.ASYNC.1")]
    public async ValueTask Asynchronous()
    {                                                       // debug: matrix.CLASS.1 matrix.ASYNC.1
        await Task.Yield();                                 // release: matrix.CLASS.1 matrix.ASYNC.1
        GC.KeepAlive(1);
    }

    [Fact]                                                  // none: matrix.CLASS.1 matrix.LAMBDA.1
    [Trait("acid", "matrix.LAMBDA.1")]
    public Task Lambda() => Task.Run(async () =>            // debug, release: matrix.CLASS.1 matrix.LAMBDA.1
    {
        await Task.Yield();
    });
}

[Trait("acid", "matrix.BASE.1")]
public abstract class Contract<T>
{
    [Fact]                                                  // none: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    [Trait("acid", "matrix.INHERITED.1")]
    public virtual void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(T));                            // release: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    }
}

[Trait("acid", "matrix.FIRST.1")]
public class First : Contract<int>
{
    public override void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(string));                       // release: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    }
}
