// assembly: matrix.ASSEMBLY.1
using System;
using System.Threading.Tasks;
using NUnit.Framework;

[assembly: Category("matrix.ASSEMBLY.1")]

namespace Matrix;

public sealed class SlowTestAttribute : TestAttribute;

public sealed class LoginAttribute() : CategoryAttribute("matrix.OWN.1");

public class Forms
{
    private const string Group = "matrix.CONST";

    [Test]
    [Category($"{Group}.1"), Property("acid", Group + ".2")]
    public void Constants()
    {                                                       // debug: matrix.CONST.1 matrix.CONST.2
        GC.KeepAlive(1);                                    // release: matrix.CONST.1 matrix.CONST.2
    }

    [Test(Description = "Shows matrix.NAMED.1, matrix.NAMED.2-1")]
    [Description("Proves matrix.DESCRIPTION.1.")]
    public void Names() =>
        GC.KeepAlive(1);                                    // debug, release: matrix.NAMED.1 matrix.NAMED.2-1 matrix.DESCRIPTION.1

    [TestCase(1, "x", Category = "matrix.LIST.1,matrix.LIST.2")]
    [TestCase(2, "matrix.ROW.1", TestName = "two matrix.NAMED.3")]
    public void Rows(int number, string text)
    {                                                       // debug: matrix.LIST.1 matrix.LIST.2 matrix.ROW.1 matrix.NAMED.3
        GC.KeepAlive(text);                                 // release: matrix.LIST.1 matrix.LIST.2 matrix.ROW.1 matrix.NAMED.3
    }

#if GENERIC_TEST_CASES
    [TestCase<DayOfWeek>(DayOfWeek.Monday, Category = "matrix.GENERIC.1")]
    public void Generic<T>(T value)
    {                                                       // debug: matrix.GENERIC.1
        GC.KeepAlive(value);                                // release: matrix.GENERIC.1
    }
#endif

    [Pairwise, Login]
    public void Pairs([Values(1, 2)] int one, [Values(3, 4)] int other)
    {                                                       // debug: matrix.OWN.1
        GC.KeepAlive(one + other);                          // release: matrix.OWN.1
    }

    [SlowTest, Property("acid", "matrix.DERIVED.1")]
    public void Derived()
    {                                                       // debug: matrix.DERIVED.1
        GC.KeepAlive(1);                                    // release: matrix.DERIVED.1
    }
}

[TestFixture(Category = "matrix.CLASS.1")]
public class Shapes
{
    [Test, Category("matrix.ASYNC.1")]
    public async Task Asynchronous()
    {                                                       // debug: matrix.CLASS.1 matrix.ASYNC.1
        await Task.Yield();                                 // release: matrix.CLASS.1 matrix.ASYNC.1
        GC.KeepAlive(1);
    }

    [TestCaseSource(nameof(Sources)), Category("matrix.SOURCE.1")]
    public void Sourced(int value)
    {                                                       // debug: matrix.CLASS.1 matrix.SOURCE.1
        GC.KeepAlive(value);                                // release: matrix.CLASS.1 matrix.SOURCE.1
    }

    private static int[] Sources() => [1, 2];
}

[Category("matrix.BASE.1")]
public abstract class Contract<T>
{
    [Test, Category("matrix.INHERITED.1")]
    public virtual void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(T));                            // release: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    }
}

[Category("matrix.FIRST.1")]
public class First : Contract<int>
{
    public override void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(string));                       // release: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    }
}
