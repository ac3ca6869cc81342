// assembly: matrix.ASSEMBLY.1
using System;
using System.Threading.Tasks;
using TUnit.Core;

[assembly: Category("matrix.ASSEMBLY.1")]

namespace Matrix;

public class Forms
{
    private const string Group = "matrix.CONST";

    [Test]                                                  // none: matrix.CONST.1 matrix.CONST.2
    [Category($"{Group}.1"), Property("acid", Group + ".2")]
    public void Constants()
    {                                                       // debug: matrix.CONST.1 matrix.CONST.2
        GC.KeepAlive(1);                                    // release: matrix.CONST.1 matrix.CONST.2
    }

    [Test, DisplayName("Shows matrix.NAMED.1, matrix.NAMED.2-1")] // none: matrix.NAMED.1 matrix.NAMED.2-1
    public void Names() =>
        GC.KeepAlive(1);                                    // debug, release: matrix.NAMED.1 matrix.NAMED.2-1

    [Test]                                                  // none: matrix.ROW.1
    [Arguments(1, "x")]
    [Arguments(2, "matrix.ROW.1")]
    public void Rows(int number, string text)
    {                                                       // debug: matrix.ROW.1
        GC.KeepAlive(text);                                 // release: matrix.ROW.1
    }
}

[Category("matrix.CLASS.1")]
public class Shapes
{
    [Test, Category("matrix.ASYNC.1")]                      // none: matrix.CLASS.1 matrix.ASYNC.1
    public async Task Asynchronous()
    {                                                       // debug: matrix.CLASS.1 matrix.ASYNC.1
        await Task.Yield();                                 // release: matrix.CLASS.1 matrix.ASYNC.1
        GC.KeepAlive(1);
    }
}

[Category("matrix.BASE.1")]
public abstract class Contract<T>
{
    [Test, Category("matrix.INHERITED.1")]                  // none: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    public void Inherited()
    {                                                       // debug: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
        GC.KeepAlive(typeof(T));                            // release: matrix.BASE.1 matrix.FIRST.1 matrix.INHERITED.1
    }
}

[InheritsTests]
[Category("matrix.FIRST.1")]
public class First : Contract<int>;
