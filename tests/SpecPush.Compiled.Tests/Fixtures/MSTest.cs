// assembly: matrix.ASSEMBLY.1
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: TestCategory("matrix.ASSEMBLY.1")]

namespace Matrix;

public sealed class SlowTestAttribute : TestMethodAttribute;

public sealed class LoginAttribute() : TestPropertyAttribute("acid", "matrix.OWN.1");

public sealed class CoversAttribute<T>(T subject, string acid) : Attribute
{
    public string Text => subject + acid;
}

[TestClass]
public class Forms
{
    private const string Group = "matrix.CONST";

    [TestMethod]                                            // none: matrix.CONST.1 matrix.CONST.2
    [TestCategory($"{Group}.1"), TestCategory(Group + ".2")]
    public void Constants()
    {                                                       // debug: matrix.CONST.1 matrix.CONST.2
        GC.KeepAlive(1);                                    // release: matrix.CONST.1 matrix.CONST.2
    }

#if MSTEST3
    [TestMethod("Shows matrix.NAMED.1, matrix.NAMED.2-1")]
#else
    [TestMethod(DisplayName = "Shows matrix.NAMED.1, matrix.NAMED.2-1")] // none: matrix.NAMED.1 matrix.NAMED.2-1 matrix.PROPERTY.1 matrix.DESCRIPTION.1
#endif
    [TestProperty("acid", "matrix.PROPERTY.1")]
    [Description("Proves matrix.DESCRIPTION.1.")]
    public void Names() =>
        GC.KeepAlive(1);                                    // debug, release: matrix.NAMED.1 matrix.NAMED.2-1 matrix.PROPERTY.1 matrix.DESCRIPTION.1

    [TestMethod]                                            // none: matrix.ROW.1
    [DataRow(1, new[] { "x", "matrix.ROW.1" }, DisplayName = "one")]
    [DataRow(2, null)]
    public void Theory(int number, string[] texts)
    {                                                       // debug: matrix.ROW.1
        GC.KeepAlive(texts);                                // release: matrix.ROW.1
    }

    [SlowTest]
    [TestCategory("matrix.DERIVED.1")]
    public void Derived()
    {                                                       // debug: matrix.DERIVED.1
        GC.KeepAlive(1);                                    // release: matrix.DERIVED.1
    }

    [TestMethod, Login]                                     // none: matrix.OWN.1 matrix.GENERIC.1
    [Covers<DayOfWeek>(DayOfWeek.Monday, "matrix.GENERIC.1")]
    public void Own()
    {                                                       // debug: matrix.OWN.1 matrix.GENERIC.1
        GC.KeepAlive(1);                                    // release: matrix.OWN.1 matrix.GENERIC.1
    }
}

[TestClass]
[TestCategory("matrix.CLASS.1")]
public class Shapes
{
    [TestMethod]                                            // none: matrix.CLASS.1 matrix.ASYNC.1
    [TestCategory("matrix.ASYNC.1")]
    public async Task Asynchronous()
    {                                                       // debug: matrix.CLASS.1 matrix.ASYNC.1
        await Task.Yield();                                 // release: matrix.CLASS.1 matrix.ASYNC.1
        GC.KeepAlive(1);
    }

    [TestMethod]                                            // none: matrix.CLASS.1 matrix.LAMBDA.1
    [TestCategory("matrix.LAMBDA.1")]
    public Task Lambda() => Task.Run(async () =>            // debug, release: matrix.CLASS.1 matrix.LAMBDA.1
    {
        await Task.Yield();
    });

    [TestMethod]                                            // none: matrix.CLASS.1 matrix.LOCAL.1
    [TestCategory("matrix.LOCAL.1")]
    public int Local()
    {                                                       // debug: matrix.CLASS.1 matrix.LOCAL.1
        return Inner();                                     // release: matrix.CLASS.1 matrix.LOCAL.1

        static int Inner() => 1;
    }
}

[TestCategory("matrix.BASE.1")]
public abstract class Contract<T>
{
    [TestMethod]                                            // none: matrix.BASE.1 matrix.FIRST.1 matrix.SECOND.1 matrix.INHERITED.1
    [TestCategory("matrix.INHERITED.1")]
    public void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.SECOND.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(T));                            // release: matrix.BASE.1 matrix.FIRST.1 matrix.SECOND.1 matrix.INHERITED.1
    }
}

[TestClass, TestCategory("matrix.FIRST.1")]
public class First : Contract<int>;

[TestClass, TestCategory("matrix.SECOND.1")]
public class Second : Contract<string>
{
    public class Nested
    {
        [TestMethod]                                        // none: matrix.NESTED.1
        [TestCategory("matrix.NESTED.1")]
        public void Nests()
        {                                                   // debug: matrix.NESTED.1
            GC.KeepAlive(1);                                // release: matrix.NESTED.1
        }
    }
}
