// assembly: matrix.ASSEMBLY.1
namespace Matrix

open System.Threading.Tasks
open NUnit.Framework

[<assembly: Category("matrix.ASSEMBLY.1")>]
do ()

module Names =
    [<Literal>]
    let Group = "matrix.CONST"

[<Category("matrix.CLASS.1")>]
type Forms() =

    [<Test>]
    [<Category(Names.Group + ".1")>]
    member _.``Constants are joined`` () =
        Assert.Pass() // debug, release: matrix.CLASS.1 matrix.CONST.1

    [<TestCase(1, "matrix.ROW.1")>]
    member _.Rows (number: int, text: string) =
        Assert.That(number, Is.EqualTo 1) // debug, release: matrix.CLASS.1 matrix.ROW.1
        Assert.That(text, Is.Not.Null)

    [<Test; Category("matrix.ASYNC.1")>]
    member _.Asynchronous () : Task =
        task { // debug, release: matrix.CLASS.1 matrix.ASYNC.1
            do! Task.Delay 0
            Assert.Pass()
        }

module Functions =

    [<Test; Property("acid", "matrix.MODULE.1, matrix.MODULE.2")>]
    let ``a function in a module`` () =
        let check (x: int) = Assert.That(x, Is.EqualTo 1)
        [ 1; 1 ] |> List.iter check // debug, release: matrix.MODULE.1 matrix.MODULE.2
